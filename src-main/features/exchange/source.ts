import { msg } from '#shared/kernel/message.ts';
import type { QueryContext } from '#main/context/context.ts';
import type { ExportSource } from '#shared/exchange/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { ReadSource } from './read/openSource.ts';

/** Where an export is to be read from. Only hosts whose person owns this computer's files may name a path. */
export function sourceOf(
  source: ExportSource,
  { actor, uploads }: Pick<QueryContext<'uploads'>, 'actor' | 'uploads'>,
): ReadSource {
  if (source.kind === 'upload')
    return { kind: 'files', files: uploads.filesOf(source.upload), beside: uploads.besideOf(source.upload) };
  if (!actor.readsPaths)
    throw new LotlineError(
      'PATH_REFUSED',
      msg`A browser page may not name files of this computer. Choose or drop them instead.`,
    );
  return { kind: 'path', path: source.path };
}
