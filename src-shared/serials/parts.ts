import type { PlainDate } from '#shared/kernel/dates.ts';

/** That a part went into a serial on a day, or came out of it. */
export type PartChange<P> = { on: PlainDate; parent: P; part: P; isIn: boolean };

/** What stands in what, by the changes in the order they happened: of each part the last one counts. */
export function standingParts<C extends PartChange<unknown>>(
  changes: readonly C[],
  nameOf: (piece: C['part' | 'parent']) => string,
): C[] {
  const last = new Map<string, C>();
  for (const change of changes) {
    const name = nameOf(change.part);
    const known = last.get(name);
    // What comes out of something else than it stands in tells nothing of where it stands.
    if (!change.isIn && known !== undefined && nameOf(known.parent) !== nameOf(change.parent)) continue;
    last.set(name, change);
  }
  return [...last.values()].filter(({ isIn }) => isIn);
}
