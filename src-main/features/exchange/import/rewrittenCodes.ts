import { keyOfCell, OddCells, takenAsItStands } from '#main/features/exchange/read/oddCells.ts';
import type { ExportFile } from '#shared/exchange/columns.ts';
import type { CellSaying } from '#shared/exchange/rewritten.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import type { IssueLog } from './issueLog.ts';

type Doubt = { row: number; column: string; text: string; said: CellSaying };

/**
 * New codes that look rewritten beside those that the store holds: reported where the rest of their column did not
 * show it.
 */
export class RewrittenCodes {
  readonly #faults: IssueLog;
  readonly #doubts = new Map<ExportFile, Doubt[]>();
  readonly #reported = new Map<ExportFile, ReadonlySet<string>>();

  constructor(faults: IssueLog) {
    this.#faults = faults;
  }

  note(file: ExportFile, cell: { row: number; column: string; text: string }, said: CellSaying): void {
    const doubts = this.#doubts.get(file) ?? [];
    doubts.push({ ...cell, said });
    this.#doubts.set(file, doubts);
  }

  /** Notes which cells of a file were reported when it was read (`keyOfCell`). */
  close(file: ExportFile, reported: readonly string[]): void {
    this.#reported.set(file, new Set(reported));
  }

  lookBack(): void {
    for (const [file, doubts] of this.#doubts) {
      const odd = new OddCells();
      for (const { row, column, text, said } of doubts.toSorted((a, b) => a.row - b.row))
        if (this.#reported.get(file)?.has(keyOfCell(column, text)) !== true)
          odd.note(column, row, text, takenAsItStands(said));
      const cells = odd.findings().map(({ text, ...where }) => ({ ...where, message: inEnglish(text) }));
      this.#faults.addRead(file, cells);
    }
  }
}
