import { useQuery } from '@tanstack/react-query';
import { type RegionMap, regionMapQuery } from '../../shared/regionMap';
import styles from './signIn.module.css';

/** The outline of the counties behind the words of welcome; only decoration. */
export function CountiesBackdrop() {
  const { data } = useQuery(regionMapQuery);
  if (!data) return null;
  const shapes = data.features.map((feature) => ({
    code: feature.properties.adcode,
    path: ringsOf(feature).map(pathOf).join(''),
  }));
  return (
    <svg className={styles.backdrop} viewBox="0 0 1320 1280" aria-hidden="true">
      {shapes.map(({ code, path }, index) => (
        <path key={code} d={path} fillOpacity={0.05 + (index % 3) * 0.045} />
      ))}
    </svg>
  );
}

type Feature = RegionMap['features'][number];

function ringsOf({ geometry }: Feature): number[][][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Degrees to picture units: the window is 1.38° wide from 118.04° E and 1.17° high from 29.48° N. */
function pathOf(ring: number[][]): string {
  const points = ring.map(([longitude = 0, latitude = 0]) => {
    const x = Math.round((longitude - 118.04) * 950);
    const y = Math.round((29.48 - latitude) * 1086);
    return `${x} ${y}`;
  });
  return `M${points.join('L')}z`;
}
