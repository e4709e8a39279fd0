import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommandContext } from '#main/context/context.ts';
import type { Work } from '#main/store/work.ts';
import type { CellText, Correction, ImportResult, UnfitCell } from '#shared/exchange/contract.ts';
import { lotDateFindings } from '#shared/exchange/lotDates.ts';
import type { LotExport } from '#shared/exchange/rows.ts';
import { mostFaults } from '#shared/exchange/vocabulary.ts';
import { Consequences, type Named, namedIn } from './consequences.ts';
import { Corrections, correctionMessage } from './corrections.ts';
import type { ReadSource } from './read/openSource.ts';
import { type ReadEvent, type RowsEvent, readExport } from './read/readExport.ts';
import { FilledCells, sliceOf } from './filledCells.ts';
import type { IssueFound } from './take/issueLog.ts';
import { LinkTaker } from './take/takeLinks.ts';
import { loadLots, saveLotRow } from './take/takeLots.ts';
import { takeMasters } from './take/takeMasters.ts';
import { MovementTaker } from './take/takeMovements.ts';
import { Taking } from './take/taking.ts';

/** So many rows are taken over before questions of others get their turn. */
const slice = 1000;

/**
 * `errors` are the first thousand of `faultCount`; `corrected` are the cells that corrections were for, with what they
 * hold in the file, `unfit` those of them that were not corrected because they hold something else by now.
 */
export type Taken = {
  result: ImportResult;
  errors: IssueFound[];
  faultCount: number;
  corrected: CellText[];
  unfit: UnfitCell[];
};

export type TakeOptions = {
  /** What is to be read instead of what stands in cells. */
  corrections?: readonly Correction[];
  /** Why cells are corrected. */
  reason?: string;
  change?: ChangeRows;
  /** So many movements are decided on before what came of them is written. */
  batch?: number;
};

/**
 * Takes over a plant export inside one unit of work: reads it in a worker, and writes as it goes. What
 * cannot be true is a fault, and any fault means the caller must undo the unit of work. Every cell that was corrected
 * is a finding: the reply, which the entry keeps, says what the file holds and what was read instead.
 * @throws LotlineError CANCELLED when the job was asked to stop, VALIDATION for a correction of no cell of the export.
 */
export async function takePlant(
  work: Work,
  source: ReadSource,
  context: Pick<CommandContext, 'asking' | 'now' | 'job'>,
  options: TakeOptions = {},
): Promise<Taken> {
  const { asking, now, job } = context;
  const corrections = new Corrections(options.corrections ?? []);
  const corrected: CellText[] = [];
  const taking = new Taking(work, { person: asking.person.id, workstation: asking.workstation, recordedAt: now });
  const takers = { movements: new MovementTaker(taking, options.batch ?? slice), links: new LinkTaker(taking) };
  const consequences = new Consequences((file, code) => isStored(taking, file, code));
  let said: FilledCells | undefined;
  let isSourceFaulty = false;
  const events = readExport(source, {
    signal: job.signal,
    corrections: corrections.all,
    progress: (file, done, total) => job.progress(file, done, total),
  });
  for await (const event of events) {
    if (event.kind === 'source') {
      taking.faults.addSource(event.faults);
      consequences.addSource(event.faults);
      isSourceFaulty = true;
    }
    if (event.kind === 'opened') {
      said = new FilledCells(event.file, event.fields);
      taking.faults.open(event.file, event.name);
      for (const missing of consequences.open(event.file, event.name)) taking.excuseAll(missing);
    }
    if (event.kind === 'rows' && said !== undefined) {
      const rows = options.change?.(event) ?? event;
      const { products, partners, locations: places } = namedIn(rows);
      await taking.catalogue.load({ products, partners, places });
      consequences.note(rows);
      await takeRows(taking, takers, rows, said);
    }
    if (event.kind === 'closed') {
      close(taking, event);
      corrections.close(event.name, event.corrected, event.isComplete);
      corrected.push(...noteCorrected(taking, event, options.reason ?? ''));
      consequences.close(event.file, event);
      if (event.file === 'movements') await takers.movements.finish();
    }
  }
  const unfit = isSourceFaulty ? [] : corrections.unfit();
  await taking.lots.write();
  const { faults } = taking;
  if (faults.count === 0) takers.movements.lookBack();
  const { causes, causesBeyond } = consequences.causesOf(faults.faults(), faults.beyond);
  const errors = causes.slice(0, mostFaults);
  const faultCount = causes.length + causesBeyond + faults.ownBeyond;
  return { result: { ...taking.counts, findings: faults.findings() }, errors, faultCount, corrected, unfit };
}

/** Changes rows on their way, as the demo does with its dates. */
export type ChangeRows = (event: RowsEvent) => RowsEvent;

function close(taking: Taking, event: Extract<ReadEvent, { kind: 'closed' }>): void {
  taking.counts.alreadyPresent += event.repeated;
  taking.faults.addOwn(event.file, event.faults, event.faultCount);
  for (const finding of event.findings) taking.faults.addFinding(event.file, { ...finding, code: 'VALIDATION' });
  taking.excuse(
    event.file,
    event.faulty.map(({ key }) => key),
  );
  if (!event.isComplete) taking.excuseAll(event.file);
}

/** Lists the cells of a file that were corrected; answers what they hold. */
function noteCorrected(
  taking: Taking,
  { name, corrected }: Extract<ReadEvent, { kind: 'closed' }>,
  reason: string,
): CellText[] {
  for (const { row, column, text, instead } of corrected)
    if (instead !== undefined)
      taking.faults.addCorrected({
        file: name,
        row,
        column,
        code: 'CORRECTED',
        message: correctionMessage(text, instead, reason),
      });
  return corrected.map(({ row, column, text }) => ({ file: name, row, column, text }));
}

const isStored = ({ catalogue }: Taking, file: Named, code: string): boolean =>
  (file === 'products'
    ? catalogue.product(code)
    : file === 'partners'
      ? catalogue.partner(code)
      : catalogue.place(code)) !== undefined;

async function takeRows(
  taking: Taking,
  takers: { movements: MovementTaker; links: LinkTaker },
  event: RowsEvent,
  said: FilledCells,
): Promise<void> {
  for (let start = 0; start < event.rows.length; start += slice) {
    const part = sliceOf(event, start, start + slice);
    if (part.file === 'lots') {
      await loadLots(taking, part.rows);
      for (const row of part.rows) addLotFindings(taking, row);
    }
    if (part.file === 'movements') await takers.movements.take(part.rows);
    else if (part.file === 'serial_links') await takers.links.take(part.rows);
    else if (part.file === 'lots') {
      for (const { event: run, fields } of said.runs(part)) for (const row of run.rows) saveLotRow(taking, row, fields);
      await taking.ledger.write();
    } else await takeMasters(taking, part.file, said.runs(part));
    await nextTurn();
  }
}

/** Before the row is taken: what the store holds by then is not told again. */
function addLotFindings(taking: Taking, row: LotExport): void {
  const product = taking.catalogue.product(row.product);
  const before = product === undefined ? undefined : taking.lots.find(product.id, row.lot, row.sublot);
  for (const { column, message } of lotDateFindings(row, before))
    taking.faults.addFinding('lots', { row: row.row, column, code: 'VALIDATION', message });
}
