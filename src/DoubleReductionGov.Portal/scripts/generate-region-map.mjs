// Draws the schematic map of the counties: each county gets hexagons in proportion to its area, merged into
// one outline. The centres and areas below are round figures; the result shows relative position only and is
// not a map of administrative borders. Another city: change the table, run `npm run gen:map`.
import { writeFileSync } from 'node:fs';

const counties = [
  { code: '330802', name: '柯城区', longitude: 118.8, latitude: 28.99, areaKm2: 609 },
  { code: '330803', name: '衢江区', longitude: 118.97, latitude: 28.88, areaKm2: 1748 },
  { code: '330825', name: '龙游县', longitude: 119.18, latitude: 28.98, areaKm2: 1143 },
  { code: '330881', name: '江山市', longitude: 118.6, latitude: 28.58, areaKm2: 2019 },
  { code: '330822', name: '常山县', longitude: 118.52, latitude: 28.93, areaKm2: 1099 },
  { code: '330824', name: '开化县', longitude: 118.35, latitude: 29.17, areaKm2: 2236 },
];
const hexagonKm2 = 70;
const gridReach = 40;
const origin = { longitude: 118.7, latitude: 28.9 };
const kmPerLongitude = 111.32 * Math.cos((origin.latitude * Math.PI) / 180);
const kmPerLatitude = 110.57;
const radius = Math.sqrt((hexagonKm2 * 2) / (3 * Math.sqrt(3)));

const grid = new Map();
const key = (column, row) => `${column},${row}`;
for (let row = -gridReach; row <= gridReach; row++) {
  for (let column = -gridReach; column <= gridReach; column++) {
    const shift = row & 1 ? 0.5 : 0;
    grid.set(key(column, row), {
      column,
      row,
      x: (column + shift) * Math.sqrt(3) * radius,
      y: row * 1.5 * radius,
      owner: null,
    });
  }
}

const evenRow = [
  [1, 0],
  [-1, 0],
  [-1, 1],
  [0, 1],
  [-1, -1],
  [0, -1],
];
const oddRow = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [1, 1],
  [0, -1],
  [1, -1],
];
function neighbours(cell) {
  const steps = cell.row & 1 ? oddRow : evenRow;
  return steps.map(([c, r]) => grid.get(key(cell.column + c, cell.row + r))).filter(Boolean);
}

function seed(county) {
  const x = (county.longitude - origin.longitude) * kmPerLongitude;
  const y = (county.latitude - origin.latitude) * kmPerLatitude;
  const region = {
    ...county,
    x,
    y,
    capacity: Math.max(3, Math.round(county.areaKm2 / hexagonKm2)),
    cells: [],
  };
  let nearest = null;
  for (const cell of grid.values()) {
    if (!cell.owner && (!nearest || distance(cell, region) < distance(nearest, region))) nearest = cell;
  }
  take(region, nearest);
  return region;
}

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

function take(region, cell) {
  cell.owner = region;
  region.cells.push(cell);
}

/** The free hexagon next to a county that is nearest to its centre, measured against the county's size. */
function bestNext(regions) {
  let best = null;
  for (const region of regions.filter((r) => r.cells.length < r.capacity)) {
    for (const cell of new Set(region.cells.flatMap(neighbours))) {
      if (cell.owner) continue;
      const touching = neighbours(cell).filter((n) => n.owner === region).length;
      const cost = distance(cell, region) / Math.sqrt(region.areaKm2) - touching * 0.015;
      if (!best || cost < best.cost) best = { region, cell, cost };
    }
  }
  return best;
}

function corners(cell) {
  const ring = [];
  for (let corner = 0; corner < 6; corner++) {
    const angle = (Math.PI / 180) * (60 * corner - 30);
    ring.push([cell.x + radius * Math.cos(angle), cell.y + radius * Math.sin(angle)]);
  }
  return [...ring, ring[0]];
}

/** Edges that two hexagons of one county share disappear; what is left is joined to closed rings. */
function outline(cells) {
  // Corners of hexagons lie on a lattice, so whole numbers name them without rounding trouble.
  const name = ([x, y]) => `${Math.round(x / ((Math.sqrt(3) / 2) * radius))},${Math.round(y / (radius / 2))}`;
  const edges = new Map();
  for (const ring of cells.map(corners)) {
    for (let i = 0; i < 6; i++) {
      const back = `${name(ring[i + 1])}|${name(ring[i])}`;
      if (!edges.delete(back)) edges.set(`${name(ring[i])}|${name(ring[i + 1])}`, [ring[i], ring[i + 1]]);
    }
  }
  const next = new Map([...edges.values()].map(([from, to]) => [name(from), to]));
  const rings = [];
  while (next.size > 0) {
    const start = [...edges.values()].find(([from]) => next.has(name(from)))[0];
    const ring = [start];
    for (let at = start; next.has(name(at)); ) {
      const to = next.get(name(at));
      next.delete(name(at));
      ring.push(to);
      at = to;
    }
    rings.push(ring);
  }
  return rings;
}

const round = (value) => Number(value.toFixed(4));
const toDegrees = ([x, y]) => [
  round(origin.longitude + x / kmPerLongitude),
  round(origin.latitude + y / kmPerLatitude),
];

function feature(region) {
  const rings = outline(region.cells).map((ring) => ring.map(toDegrees));
  const middle = (axis) => region.cells.reduce((sum, cell) => sum + cell[axis], 0) / region.cells.length;
  return {
    type: 'Feature',
    properties: { adcode: region.code, name: region.name, cp: toDegrees([middle('x'), middle('y')]) },
    geometry:
      rings.length === 1
        ? { type: 'Polygon', coordinates: rings }
        : { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) },
  };
}

const regions = counties.map(seed);
for (let next = bestNext(regions); next; next = bestNext(regions)) take(next.region, next.cell);

const map = { type: 'FeatureCollection', schematic: true, features: regions.map(feature) };
writeFileSync(new URL('../public/maps/region.geo.json', import.meta.url), `${JSON.stringify(map)}\n`);
console.log(regions.map((region) => `${region.name} ${region.cells.length}`).join(', '));
