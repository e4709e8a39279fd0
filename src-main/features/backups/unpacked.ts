import type { Database } from 'better-sqlite3';
import type { QueryContext } from '#main/context/context.ts';
import { markOf } from '#main/store/copy.ts';
import { type Unpacked, unpackBackup } from '#main/store/restore.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { isMessage, type Message, type MessageValue, msg } from '#shared/kernel/message.ts';

/**
 * Unpacks and verifies a backup for whoever asks, who knows it by a name: one that was handed over lies elsewhere.
 * @throws what `unpackBackup` throws, with `isBackup`: it is the backup that is no good, and not the store
 */
export async function unpackFor(
  { actor, now, job, copies }: Pick<QueryContext<'copies'>, 'actor' | 'now' | 'job' | 'copies'>,
  { file, name }: { file: string; name: string },
  draft: string,
): Promise<Unpacked> {
  const { person, workstation, host } = actor;
  const holder = { person: person.name, workstation, host, pid: process.pid, since: formatMoment(now) };
  try {
    return await unpackBackup(file, draft, { ...copies, holder, now, watched: job });
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    const { code, text, details } = error;
    const known = (value: MessageValue): MessageValue =>
      typeof value === 'string'
        ? value.replaceAll(file, name).replaceAll(draft, name)
        : isMessage(value)
          ? named(value)
          : value;
    const named = ({ pattern, values }: Message): Message => ({ pattern, values: values.map(known) });
    throw new LotlineError(code, named(text), { ...details, isBackup: true });
  }
}

/** @throws LotlineError STORE_FOREIGN */
export function insistOnOwn(db: Database, store: string, backup: string): void {
  if (markOf(db).store === store) return;
  throw new LotlineError('STORE_FOREIGN', msg`${backup} is a backup of another store than this one.`, {
    isBackup: true,
  });
}
