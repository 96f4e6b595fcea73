import { useSearchParams } from 'react-router';

export const pageSize = 20;

export interface ListSearch<Key extends string> {
  page: number;
  /** "name" or "name desc", empty for the order of the server. */
  sorting: string;
  values: Partial<Record<Key, string>>;
  /** What the server wants to know of it. */
  query: { skipCount: number; maxResultCount: number; sorting?: string } & Partial<Record<Key, string>>;
  /** An empty value takes a filter away. Every change but turning a page goes back to the first one. */
  change: (changes: Partial<Record<Key | 'sorting' | 'page', string | null | undefined>>) => void;
  reset: () => void;
}

/** Filters, order and page of a list, kept in the address: a reload or a link shows the same list. */
export function useListSearch<Key extends string>(keys: readonly Key[]): ListSearch<Key> {
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Number(search.get('page')) || 1);
  const sorting = search.get('sorting') ?? '';
  const values: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = search.get(key);
    if (value) values[key] = value;
  }
  return {
    page,
    sorting,
    values,
    query: {
      skipCount: (page - 1) * pageSize,
      maxResultCount: pageSize,
      ...(sorting && { sorting }),
      ...values,
    },
    change: (changes) => setSearch((former) => changed(former, changes), { replace: true }),
    reset: () => setSearch((former) => changed(former, emptied(keys)), { replace: true }),
  };
}

function changed(
  former: URLSearchParams,
  changes: Record<string, string | null | undefined>,
): URLSearchParams {
  const next = new URLSearchParams(former);
  next.delete('page');
  for (const [key, value] of Object.entries(changes)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  return next;
}

function emptied(keys: readonly string[]): Record<string, null> {
  return Object.fromEntries(keys.map((key) => [key, null]));
}
