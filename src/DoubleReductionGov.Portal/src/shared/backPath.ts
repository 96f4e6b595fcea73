import { useLocation } from 'react-router';

/** State for a link, so that the page it opens can lead back here, filters and all. */
export function useComingFrom(): { from: string } {
  const { pathname, search } = useLocation();
  return { from: pathname + search };
}

export function useBackPath(otherwise: string): string {
  const { state } = useLocation();
  const from: unknown = (state as { from?: unknown } | null)?.from;
  return typeof from === 'string' ? from : otherwise;
}
