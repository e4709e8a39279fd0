import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommandContext } from '#main/context/context.ts';
import type { Work } from '#main/store/work.ts';
import type { Fault, ImportResult } from '#shared/exchange/contract.ts';
import type { ReadSource } from './read/openSource.ts';
import { type ReadEvent, readExport } from './read/readExport.ts';
import { LinkTaker } from './take/takeLinks.ts';
import { takeMasters } from './take/takeMasters.ts';
import { MovementTaker } from './take/takeMovements.ts';
import { Taking } from './take/taking.ts';

/** So many rows are taken over before questions of others get their turn. */
const slice = 1000;

export type Taken = { result: ImportResult; errors: Fault[] };

/**
 * Takes over a plant export inside one unit of work: reads it in a worker, and writes as it goes. What
 * cannot be true is a fault, and any fault means the caller must undo the unit of work.
 * @throws LotlineError CANCELLED when the job was asked to stop.
 */
export async function takePlant(
  work: Work,
  source: ReadSource,
  context: Pick<CommandContext, 'asking' | 'now' | 'job'>,
  change?: ChangeRows,
): Promise<Taken> {
  const { asking, now, job } = context;
  const taking = new Taking(work, { person: asking.person.id, workstation: asking.workstation, recordedAt: now });
  const takers = { movements: new MovementTaker(taking), links: new LinkTaker(taking) };
  let fields: ReadonlySet<string> = new Set();
  const events = readExport(source, {
    signal: job.signal,
    progress: (file, done, total) => job.progress(file, done, total),
  });
  for await (const event of events) {
    if (event.kind === 'source') taking.faults.addSource(event.faults);
    if (event.kind === 'opened') {
      fields = new Set(event.fields);
      taking.faults.open(event.file, event.name);
    }
    if (event.kind === 'rows') await takeRows(taking, takers, change?.(event) ?? event, fields);
    if (event.kind === 'closed') {
      taking.counts.alreadyPresent += event.repeated;
      taking.faults.addOwn(event.file, event.faults, event.faultCount);
      taking.excuse(event.file, event.faultyKeys);
      if (!event.isComplete) taking.excuseAll(event.file);
      if (event.file === 'movements') takers.movements.finish();
    }
  }
  taking.lots.write();
  const faults = taking.faults.faults();
  return { result: { ...taking.counts, findings: taking.faults.findings() }, errors: faults };
}

type RowsEvent = Extract<ReadEvent, { kind: 'rows' }>;
/** Changes rows on their way, as the demo does with its dates. */
export type ChangeRows = (event: RowsEvent) => RowsEvent;

async function takeRows(
  taking: Taking,
  takers: { movements: MovementTaker; links: LinkTaker },
  event: RowsEvent,
  fields: ReadonlySet<string>,
): Promise<void> {
  for (let start = 0; start < event.rows.length; start += slice) {
    // A slice of one file's rows is rows of that file; the union cannot say so.
    const part = { ...event, rows: event.rows.slice(start, start + slice) } as RowsEvent;
    if (part.file === 'movements') takers.movements.take(part.rows);
    else if (part.file === 'serial_links') takers.links.take(part.rows);
    else takeMasters(taking, part, fields);
    await nextTurn();
  }
}
