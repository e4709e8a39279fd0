import { formatMoment } from '#shared/kernel/dates.ts';
import { lotsFeature } from '#main/features/lots/lots.feature.ts';
import { runImport } from '#main/features/exchange/runImport.ts';
import type { RowsEvent } from '#main/features/exchange/read/readExport.ts';
import { Policies } from '#main/ledgerStore/policy.ts';
import type { TestApp } from './app.ts';
import { buildFolder, csvFiles, type ExportTables } from './exportFiles.ts';

/**
 * Imports tables as an earlier version did, which kept every blank as it was written: each `~` of a code becomes two
 * blanks, each `^` one that does not break.
 */
export async function importAsBefore(plant: TestApp, tables: ExportTables): Promise<void> {
  await using folder = await buildFolder(csvFiles(tables));
  const now = plant.clock.now();
  const context = {
    actor: { person: { id: 'anna', name: 'Anna' }, workstation: 'W1' },
    now,
    policies: new Policies(lotsFeature.policies, { byPerson: false }),
    job: { signal: new AbortController().signal, progress: () => undefined },
  };
  await plant.app.store.work(async (work) => {
    const source = { kind: 'path', path: folder.path } as const;
    const { errors } = await runImport(work, source, context, { change: asBefore });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    work.seal({
      at: formatMoment(now),
      atMoment: now,
      person: { id: 'anna', name: 'Anna' },
      role: '',
      session: '',
      host: 'test',
      workstation: 'W1',
      app: '',
      command: 'an earlier import',
      operation: 'exchange.import',
      outcome: 'done',
      input: '',
      summary: '',
    });
  });
}

/** A code as the earlier version kept it. */
export const before = (code: string): string => code.replaceAll('~', '  ').replaceAll('^', '\u00a0');

const asBefore = (event: RowsEvent): RowsEvent => {
  const rows = event.rows.map((row) =>
    Object.fromEntries(
      Object.entries({ ...row, key: undefined }).map(([field, value]) => [
        field,
        typeof value === 'string' ? before(value) : value,
      ]),
    ),
  );
  // Only texts changed.
  return { ...event, rows } as unknown as RowsEvent;
};
