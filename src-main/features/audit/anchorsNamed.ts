import { msg } from '#shared/kernel/message.ts';
import type { Actor } from '#main/context/context.ts';
import { type Anchor, readAnchors } from '#main/store/anchor.ts';
import { LotlineError } from '#shared/kernel/errors.ts';

/** The anchors of files somebody names. Only hosts whose person owns this computer's files may name a path. */
export function anchorsNamed(paths: readonly string[], { readsPaths }: Pick<Actor, 'readsPaths'>): Anchor[] {
  if (paths.length > 0 && !readsPaths)
    throw new LotlineError('PATH_REFUSED', msg`A browser page may not name files of this computer.`);
  return paths.flatMap((path) => readAnchors(path));
}
