import { inEnglish } from '#shared/kernel/message.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor, CommandContext } from '#main/context/context.ts';
import type { Work } from '#main/store/work.ts';
import type {
  CellText,
  CorrectedRow,
  Correction,
  EarlierRow,
  ImportResult,
  UnfitCell,
} from '#shared/exchange/contract.ts';
import { mostFaults } from '#shared/exchange/vocabulary.ts';
import { Consequences, type Named, namedIn } from './consequences.ts';
import { Corrections, correctionMessage, leftOutMessage } from './corrections.ts';
import { correctedRows, EarlierRows } from './earlierRows.ts';
import type { ReadSource } from './read/openSource.ts';
import { type ReadEvent, type RowsEvent, readExport } from './read/readExport.ts';
import { FilledCells, sliceOf } from './filledCells.ts';
import type { IssueFound } from './import/issueLog.ts';
import { LinkImporter } from './import/importLinks.ts';
import { loadLots, saveLotRow } from './import/importLots.ts';
import { importMasters } from './import/importMasters.ts';
import { MovementImporter } from './import/importMovements.ts';
import { ImportRun } from './import/importRun.ts';
import { asStored } from './import/spellings.ts';

/** So many rows are taken over before questions of others get their turn. */
const slice = 1000;

/**
 * `errors` are the first thousand of `faultCount`; `corrected` are the cells that corrections were for, with what they
 * hold in the file, `unfit` those of them that were not corrected because they hold something else by now; `earlier`
 * are rows that were imported before with cells corrected.
 */
export type ImportOutcome = {
  result: ImportResult;
  errors: IssueFound[];
  faultCount: number;
  corrected: CellText[];
  unfit: UnfitCell[];
  earlier: EarlierRow[];
};

/** Who imports, when, and the callbacks of the caller. */
export type ImportContext = Pick<CommandContext<'policies'>, 'now' | 'job' | 'policies'> & {
  actor: Pick<Actor, 'person' | 'workstation'>;
};

export type ImportOptions = {
  /** Texts to be read instead of those in cells. */
  corrections?: readonly Correction[];
  /** Why cells are corrected. */
  reason?: string;
  change?: ChangeRows;
  /** So many movements are decided on before what came of them is written. */
  batch?: number;
};

/**
 * Imports a plant export inside one unit of work: reads it in a worker, and writes as it goes. What cannot be true is
 * a fault, and any fault means the caller must undo the unit of work. Every cell that was corrected is a finding: the
 * reply, which the entry keeps, has what the file holds and what was read instead.
 * @throws LotlineError CANCELLED when the job was cancelled, VALIDATION for a correction of no cell of the export.
 */
export async function runImport(
  work: Work,
  source: ReadSource,
  context: ImportContext,
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  const { actor, now, job, policies } = context;
  const corrections = new Corrections(options.corrections ?? []);
  const corrected: CellText[] = [];
  const keptRows: CorrectedRow[] = [];
  const earlier = await EarlierRows.of(work);
  const by = { person: actor.person.id, workstation: actor.workstation, recordedAt: now };
  const importRun = new ImportRun(work, by, policies);
  const importers = {
    movements: new MovementImporter(importRun, options.batch ?? slice),
    links: new LinkImporter(importRun),
  };
  const consequences = new Consequences((file, code) => isStored(importRun, file, code));
  let filled: FilledCells | undefined;
  let isSourceFaulty = false;
  const events = readExport(source, {
    signal: job.signal,
    corrections: corrections.all,
    known: earlier.contents,
    progress: (file, done, total) => job.progress(file, done, total),
  });
  for await (const event of events) {
    if (event.kind === 'source') {
      importRun.faults.addSource(event.faults, event.findings);
      consequences.addSource(event.faults);
      isSourceFaulty ||= event.faults.length > 0;
    }
    if (event.kind === 'opened') {
      filled = new FilledCells(event.file, event.fields);
      importRun.faults.open(event.file, event.name);
      for (const missing of consequences.open(event.file, event.name)) importRun.excuseAll(missing);
    }
    if (event.kind === 'rows' && filled !== undefined) {
      const rows = await asStored(importRun, options.change?.(event) ?? event);
      const { products, partners, locations: places } = namedIn(rows);
      await importRun.catalogue.load({ products, partners, places });
      consequences.note(rows);
      await importRows(importRun, importers, rows, filled);
    }
    if (event.kind === 'closed') {
      close(importRun, event);
      corrections.close(event.name, event.corrected, event.isComplete);
      corrected.push(...noteCorrected(importRun, event, options.reason ?? ''));
      keptRows.push(...correctedRows(event, options.reason ?? ''));
      earlier.close(event);
      consequences.close(event.file, event);
      if (event.file === 'movements') await importers.movements.finish();
    }
  }
  const unfit = isSourceFaulty ? [] : corrections.unfit();
  if (importRun.faults.count === 0) await importRun.caps.apply();
  await importRun.lots.write();
  const { faults } = importRun;
  earlier.judge(faults);
  if (faults.count === 0) {
    await importers.movements.lookBack();
    await importers.links.lookBack();
    importRun.changedLots.lookBack();
    importRun.rewritten.lookBack();
  }
  const { causes, causesBeyond } = consequences.causesOf(faults.faults(), faults.beyond);
  const errors = causes.slice(0, mostFaults);
  const faultCount = causes.length + causesBeyond + faults.ownBeyond;
  const result = {
    ...importRun.counts,
    findings: faults.findings(),
    ...(keptRows.length > 0 && { correctedRows: keptRows }),
  };
  return { result, errors, faultCount, corrected, unfit, earlier: earlier.rows };
}

/** Changes rows on their way, as the demo does with its dates. */
export type ChangeRows = (event: RowsEvent) => RowsEvent;

function close(importRun: ImportRun, event: Extract<ReadEvent, { kind: 'closed' }>): void {
  importRun.counts.alreadyPresent += event.repeated;
  importRun.faults.addOwn(event.file, event.faults, event.faultCount);
  importRun.faults.addRead(event.file, event.findings);
  importRun.rewritten.close(event.file, event.toldCells);
  importRun.excuse(
    event.file,
    event.faulty.map(({ key }) => key),
  );
  if (!event.isComplete) importRun.excuseAll(event.file);
}

/** Lists the cells of a file that were corrected, and its rows that were left out; answers what the cells hold. */
function noteCorrected(
  importRun: ImportRun,
  { name, corrected, leftOut }: Extract<ReadEvent, { kind: 'closed' }>,
  reason: string,
): CellText[] {
  const without = new Set(leftOut);
  for (const row of leftOut) {
    const cells = corrected.filter((cell) => cell.row === row && cell.text !== '');
    const message = inEnglish(leftOutMessage(cells, reason));
    importRun.faults.addCorrected({ file: name, row, column: '', code: 'CORRECTED', message });
  }
  for (const { row, column, text, instead } of corrected)
    if (instead !== undefined && !without.has(row))
      importRun.faults.addCorrected({
        file: name,
        row,
        column,
        code: 'CORRECTED',
        message: inEnglish(correctionMessage(text, instead, reason)),
      });
  return corrected.map(({ row, column, text }) => ({ file: name, row, column, text }));
}

const isStored = ({ catalogue }: ImportRun, file: Named, code: string): boolean =>
  (file === 'products'
    ? catalogue.product(code)
    : file === 'partners'
      ? catalogue.partner(code)
      : catalogue.place(code)) !== undefined;

async function importRows(
  importRun: ImportRun,
  importers: { movements: MovementImporter; links: LinkImporter },
  event: RowsEvent,
  filled: FilledCells,
): Promise<void> {
  for (let start = 0; start < event.rows.length; start += slice) {
    const part = sliceOf(event, start, start + slice);
    if (part.file === 'lots') {
      await loadLots(importRun, part.rows);
    }
    if (part.file === 'movements') await importers.movements.take(part.rows);
    else if (part.file === 'serial_links') await importers.links.take(part.rows);
    else if (part.file === 'lots') {
      for (const { event: run, fields } of filled.runs(part))
        for (const row of run.rows) saveLotRow(importRun, row, fields);
      await importRun.ledger.write();
    } else await importMasters(importRun, part.file, filled.runs(part));
    await nextTurn();
  }
}
