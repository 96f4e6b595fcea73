import type { Right, RightGroup, Rights } from '../../api/client';

/** What is granted directly, as the boxes show it. */
export type Granted = ReadonlySet<string>;

export function grantedIn({ groups }: Pick<Rights, 'groups'>): Granted {
  return new Set(
    groups.flatMap(({ rights }) => rights.filter((right) => right.isDirect).map(({ name }) => name)),
  );
}

/** Ticking a right ticks the rights above it, unless a role grants them; clearing one clears the rights below it. */
export function toggled(group: RightGroup, granted: Granted, name: string): Granted {
  const next = new Set(granted);
  if (granted.has(name)) {
    for (const right of [name, ...namesBelow(group, name)]) next.delete(right);
    return next;
  }
  for (const right of [name, ...namesAbove(group, name)]) next.add(right);
  return next;
}

/** The box of a group ticks everything that may be granted, or clears all of it. */
export function groupToggled(group: RightGroup, granted: Granted): Granted {
  const next = new Set(granted);
  const allowed = group.rights.filter((right) => right.isAllowed).map(({ name }) => name);
  const isFull = allowed.every((name) => granted.has(name));
  for (const name of allowed) {
    if (isFull) next.delete(name);
    else next.add(name);
  }
  return next;
}

export function isChanged({ name, isDirect }: Right, granted: Granted): boolean {
  return granted.has(name) !== isDirect;
}

export function changedIn({ groups }: Pick<Rights, 'groups'>, granted: Granted): Right[] {
  return groups.flatMap(({ rights }) => rights.filter((right) => isChanged(right, granted)));
}

/** The rights that match, with the ones above them, so that each is still seen in its place. */
export function matching(group: RightGroup, matches: (right: Right) => boolean): Right[] {
  const kept = new Set<string>();
  for (const right of group.rights) {
    if (!matches(right)) continue;
    kept.add(right.name);
    for (const name of ancestorsOf(group, right.name)) kept.add(name);
  }
  return group.rights.filter(({ name }) => kept.has(name));
}

function namesAbove(group: RightGroup, name: string): string[] {
  const byName = new Map(group.rights.map((right) => [right.name, right]));
  return ancestorsOf(group, name).filter((above) => byName.get(above)?.grantedByRoles.length === 0);
}

function ancestorsOf({ rights }: RightGroup, name: string): string[] {
  const parents = new Map(rights.map((right) => [right.name, right.parentName]));
  const found: string[] = [];
  for (let above = parents.get(name); above; above = parents.get(above)) found.push(above);
  return found;
}

function namesBelow(group: RightGroup, name: string): string[] {
  return group.rights.map((right) => right.name).filter((other) => ancestorsOf(group, other).includes(name));
}
