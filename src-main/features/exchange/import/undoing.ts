import { type Message, msg } from '#shared/kernel/message.ts';
import type { UnitFacts } from '#main/ledger/facts.ts';
import type { MovementDraft, Reversed } from '#main/ledger/movementDraft.ts';
import type { Original } from '#main/ledger/reverse.ts';
import type { MovementExport } from '#shared/exchange/rows.ts';
import { judgeReversal, type Reversible } from '#shared/movements/reversal.ts';
import type { ImportRun } from './importRun.ts';

/** Finds what rows of an import undo: movements of the store, of the same timestamp batch, and of the rows before. */
export class Undoing {
  readonly #importRun: ImportRun;
  /** Movements this file reverses: those of the current timestamp batch are not yet decided. */
  readonly #undone = new Set<string>();

  constructor(importRun: ImportRun) {
    this.#importRun = importRun;
  }

  /** The movements a row reverses, piece by piece; undefined when that was reported as a fault. */
  reversedBy(
    row: MovementExport,
    sameTimestampBatch: ReadonlyMap<string, MovementDraft[]>,
    pieces: number,
  ): { pieces: Reversed[]; original: Reversible } | undefined {
    const importRun = this.#importRun;
    const refuse = (code: 'CONFLICT' | 'ILLEGAL_TRANSITION', text: Message, column = 'reverses'): undefined => {
      importRun.faults.add('movements', { row: row.row, column, code, text });
    };
    const beside = sameTimestampBatch.get(row.reverses);
    const { book } = importRun.ledger;
    const stored = (beside === undefined ? book.originalsOfRow.get(row.reverses) : undefined) ?? [];
    if (beside === undefined && stored.length === 0) {
      const text = msg`There is no movement ${row.reverses} to reverse, neither in this file before this time nor in the store.`;
      const at = { row: row.row, column: 'reverses', code: 'NOT_FOUND', undoes: row.reverses } as const;
      importRun.faults.add('movements', { ...at, text });
      return undefined;
    }
    const views = beside?.map(viewOfPosting) ?? stored.map((original) => viewOfOriginal(original, book.undone));
    const first = views[0];
    if (first === undefined || views.length !== pieces)
      return refuse('CONFLICT', msg`Movement ${row.reverses} and this row do not name the same serials.`);
    const whole = {
      ...first,
      quantity: first.quantity * views.length,
      serial: views.length > 1 ? row.serial : first.serial,
      // A range is undone whole or not at all.
      isReversed: views.some((view) => view.isReversed),
    };
    const verdict = judgeReversal(whole, {
      ...row,
      lot: row.lot === '' ? first.lot : row.lot,
      sublot: row.sublot === '' ? first.sublot : row.sublot,
      statusTo: row.status,
    });
    if (!verdict.ok)
      return refuse(
        verdict.code === 'CONFLICT' ? 'CONFLICT' : 'ILLEGAL_TRANSITION',
        verdict.message,
        textOf(verdict.details?.['column']) ?? 'reverses',
      );
    if (this.#undone.has(row.reverses)) return refuse('ILLEGAL_TRANSITION', msg`This movement was reversed already.`);
    this.#undone.add(row.reverses);
    return {
      pieces: beside?.map((draft) => ({ draft })) ?? stored.map((posted) => ({ posted })),
      original: whole,
    };
  }
}

const viewOfPosting = (draft: MovementDraft) => ({
  kind: draft.kind,
  product: draft.product.code,
  lot: draft.lot,
  sublot: draft.sublot,
  serial: draft.serial,
  quantity: draft.quantity,
  from: draft.from?.code ?? '',
  to: draft.to?.code ?? '',
  statusFrom: draft.statusFrom,
  statusTo: draft.statusTo,
  workOrder: draft.workOrder,
  run: draft.run,
  partner: draft.partner?.code ?? '',
  at: draft.at,
  isReversal: draft.reverses !== null,
  isReversed: false,
});

function viewOfOriginal(original: Original, undone: ReadonlySet<number>) {
  const named = namedUnit(original);
  const { product, lot, sublot, serial } = named;
  return { ...original, product, lot, sublot, serial, isReversed: original.isReversed || undone.has(original.id) };
}

/** What a movement's row named: a serial that came back and lost its name is on the from-side. */
const namedUnit = ({ fromUnit, toUnit }: Original): UnitFacts =>
  toUnit.serial === '' && fromUnit.serial !== '' ? fromUnit : toUnit;

const textOf = (detail: unknown): string | undefined => (typeof detail === 'string' ? detail : undefined);
