import { createHash } from 'node:crypto';
import type { Scalar } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { type FieldKind, isWholeNumber, type RecordKind } from '#shared/kernel/record.ts';
import type { TestApp } from './app.ts';

/** What a field could well say, by its kind; a reference names the first record there is. */
const values: Readonly<Partial<Record<FieldKind, Scalar>>> = { date: '2026-01-05', status: 'Q', question: '{}' };
/** What is attached must be there: the store carries it, so that its copies do. */
const content = Buffer.from('what is attached');
const digestOfContent = createHash('sha256').update(content).digest('hex');

/** Writes a record of each kind that has none yet, all in one entry; answers their names. */
export async function writeOneOfEach(plant: TestApp, kinds: readonly RecordKind[]): Promise<string[]> {
  // Serial links have no key: the ledger writes them.
  const missing = kinds.filter(
    ({ name, key }) => key.length > 0 && plant.rows(`select 1 from ${name} limit 1`).length === 0,
  );
  if (missing.length === 0) return [];
  const now = plant.clock.moment;
  await plant.app.store.work(async (work) => {
    for (const kind of missing) writeOne(work, kind);
    work.seal({
      at: formatMoment(now),
      atMoment: now,
      person: { id: 'anna', name: 'Anna' },
      role: '',
      session: '',
      host: 'test',
      workstation: 'W1',
      app: '',
      command: `one of each ${now}`,
      operation: 'test.writeOneOfEach',
      outcome: 'done',
      input: '',
      summary: '',
    });
  });
  return missing.map(({ name }) => name);
}

function writeOne(work: Work, kind: RecordKind): void {
  const codes: Record<string, string> = {};
  const said = Object.entries(kind.fields).map(([name, { kind: of, names }]): [string, Scalar] => {
    if (name === 'sha256') return [name, digestOfContent];
    if (of !== 'reference') return [name, values[of] ?? (isWholeNumber(of) ? 1 : name)];
    const named = work.one<{ id: number; code: string }>(`select id, code from ${names} order by id limit 1`);
    if (named === undefined) throw new Error(`there is no ${names} to name`);
    codes[name.replace(/Id$/, '')] = named.code;
    return [name, named.id];
  });
  saveRecord(work, kind, Object.fromEntries(said), { codes });
  if (kind.name === 'attached_file')
    work.run('insert into carried_file (sha256, content) values (?, ?)', digestOfContent, content);
}
