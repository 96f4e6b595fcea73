import { queryOptions } from '@tanstack/react-query';

/** A map of the counties as the deployment supplies it; the one in the box is a schematic drawing. */
export interface RegionMap {
  type: 'FeatureCollection';
  /** True: relative position only, no administrative borders. */
  schematic?: boolean;
  source?: string;
  /** 审图号 of a licensed map. */
  approvalNo?: string;
  features: {
    type: 'Feature';
    properties: { adcode: string; name: string; cp?: [number, number] };
    geometry:
      | { type: 'Polygon'; coordinates: number[][][] }
      | { type: 'MultiPolygon'; coordinates: number[][][][] };
  }[];
}

export const regionMapQuery = queryOptions({
  queryKey: ['region-map'],
  staleTime: Number.POSITIVE_INFINITY,
  meta: { keep: true },
  queryFn: async () => {
    const response = await fetch('/maps/region.geo.json');
    if (!response.ok) throw new Error(`The map of the counties could not be loaded (${response.status}).`);
    return (await response.json()) as RegionMap;
  },
});
