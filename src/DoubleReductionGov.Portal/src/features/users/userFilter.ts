export const filterKeys = ['filter', 'roleId', 'organisationId', 'state'] as const;
export type FilterKey = (typeof filterKeys)[number];
export const userStates = ['active', 'inactive', 'locked'] as const;

export interface UserFilter {
  filter?: string;
  roleId?: string;
  organisationId?: string;
  isActive?: boolean;
  isLocked?: boolean;
}

/** What is chosen on the page, as the server asks for it. */
export function filterOf({ state, ...rest }: Partial<Record<FilterKey, string>>): UserFilter {
  if (state === 'active') return { ...rest, isActive: true };
  if (state === 'inactive') return { ...rest, isActive: false };
  if (state === 'locked') return { ...rest, isLocked: true };
  return rest;
}
