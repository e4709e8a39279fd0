import { z } from 'zod';
import type { Work } from '#main/store/work.ts';
import { query } from '#main/store/query.ts';
import { readBody } from '#main/store/tail.ts';
import type { ExportFile } from '#shared/exchange/columns.ts';
import { type CorrectedRow, correctedRow, type EarlierRow } from '#shared/exchange/contract.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { IssueLog } from './import/issueLog.ts';
import type { ReadEvent } from './read/readExport.ts';

type Closed = Extract<ReadEvent, { kind: 'closed' }>;
type Imported = CorrectedRow & { at: string; by: string };
/** A row of this export that was imported before, and whether it is corrected again as it was then. */
type Met = { file: ExportFile; earlier: EarlierRow; isTakenOver: boolean; isCorrected: boolean };

/**
 * Rows that earlier imports took over corrected, as the entries keep them. An export that grows brings them again as
 * they stand in its files: with other corrections or none they would be booked a second time, beside what is recorded.
 * Rows alike to the letter are told apart by their order.
 */
export class EarlierRows {
  readonly #byContent: ReadonlyMap<string, readonly Imported[]>;
  readonly #met: Met[] = [];

  private constructor(byContent: ReadonlyMap<string, readonly Imported[]>) {
    this.#byContent = byContent;
  }

  static async of(work: Work): Promise<EarlierRows> {
    const byContent = new Map<string, readonly Imported[]>();
    for (const { body } of await work.all(importsWithCorrections)) {
      const entry = readBody(body);
      const rows = kept.safeParse(entry?.reply).data?.correctedRows ?? [];
      const told = rows.map((row) => ({ ...row, at: entry?.at ?? '', by: entry?.person.name ?? '' }));
      for (const [content, alike] of Map.groupBy(told, (row) => row.content)) {
        const known = byContent.get(content) ?? [];
        // Taken over again it says nothing new: who corrected it is who did so first.
        if (alike.length > known.length || (alike.length === known.length && !areSame(alike, known)))
          byContent.set(content, alike);
      }
    }
    return new EarlierRows(byContent);
  }

  /** What the rows are known by. */
  get contents(): string[] {
    return [...this.#byContent.keys()];
  }

  /** Those of this export, in the order of its files. */
  get rows(): EarlierRow[] {
    return this.#met.map(({ earlier }) => earlier);
  }

  /** A file was read. */
  close({ file, name, contents, corrected }: Closed): void {
    const seen = new Map<string, number>();
    for (const { row, content } of contents) {
      const nth = seen.get(content) ?? 0;
      seen.set(content, nth + 1);
      const imported = this.#byContent.get(content)?.[nth];
      if (imported === undefined) continue;
      const { at, by, cells, reason, leftOut } = imported;
      const now = new Map(
        corrected.flatMap((cell) =>
          cell.row === row && cell.instead !== undefined ? [[cell.column, cell.instead]] : [],
        ),
      );
      // With an id of its own it is said to be another movement, unless its id is what was corrected.
      const isAnother = (now.get('id') ?? '').trim() !== '' && !cells.some(({ column }) => column === 'id');
      const isTakenOver = now.size === cells.length && cells.every(({ column, value }) => now.get(column) === value);
      this.#met.push({
        file,
        earlier: { file: name, row, at, by, cells, reason, ...(leftOut && { leftOut }) },
        isTakenOver: isTakenOver || isAnother,
        isCorrected: now.size > 0,
      });
    }
  }

  /**
   * After the last file: no movement is booked a second time because its row is not corrected as it was before. Of one
   * that was left out nothing is recorded: it may come now, but not unheard.
   */
  judge(faults: IssueLog): void {
    for (const { file, earlier, isTakenOver, isCorrected } of this.#met)
      if (earlier.leftOut === true) {
        if (!isCorrected)
          faults.addFinding(file, { row: earlier.row, column: '', code: 'CONFLICT', text: leftOutBefore(earlier) });
      } else if (file === 'movements' && !isTakenOver)
        faults.addRecorded(file, {
          row: earlier.row,
          column: earlier.cells[0]?.column ?? '',
          text: recordedMessage(earlier),
        });
  }
}

/** What an entry is to keep of a file's corrected rows. */
export function correctedRows({ name, contents, corrected, leftOut }: Closed, reason: string): CorrectedRow[] {
  const byRow = new Map(contents.map(({ row, content }) => [row, content]));
  const cells = corrected.flatMap(({ row, column, text: held, instead: value }) =>
    value === undefined ? [] : [{ row, column, held, value }],
  );
  return Array.from(
    Map.groupBy(cells, ({ row }) => row),
    ([row, ofRow]) => ({
      file: name,
      row,
      content: byRow.get(row) ?? '',
      cells: ofRow.map(({ column, held, value }) => ({ column, held, value })),
      reason,
      ...(leftOut.includes(row) && { leftOut: true }),
    }),
  );
}

const leftOutBefore = ({ at, by }: EarlierRow): Message =>
  msg`This row was left out of the import on ${{ moment: at }} by ${by}, and is taken in now. If it is still wrong, take over what was corrected then.`;

function recordedMessage({ at, by, cells }: EarlierRow): Message {
  const columns = { list: cells.map(({ column }) => column), between: ', ' };
  return msg`This row was imported on ${{ moment: at }} by ${by} with another ${columns}. It is recorded: take over the correction made then, and nothing is booked again. Give it an id of its own only if it tells of another movement.`;
}

const areSame = (some: readonly CorrectedRow[], others: readonly CorrectedRow[]): boolean =>
  some.every(({ cells }, nth) => JSON.stringify(cells) === JSON.stringify(others[nth]?.cells));

const kept = z.object({ correctedRows: z.array(correctedRow) });

const importsWithCorrections = query((tables) =>
  tables
    .selectFrom('audit_entry')
    .select('body')
    .where('operation', '=', 'exchange.import')
    .where('outcome', '=', 'done')
    .where('body', 'like', '%"correctedRows"%')
    .orderBy('seq'),
);
