import { type Original, originalsOfRow } from '#main/ledger/reverse.ts';
import type { ProductFacts, UnitFacts } from '#main/ledger/facts.ts';
import type { Posts } from '#main/ledger/post.ts';
import type { Posted, Posting, Reversed } from '#main/ledger/posting.ts';
import type { MovementExport } from '#shared/exchange/rows.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';
import { ReturnFindings } from '#main/features/movements/returnFindings.queries.ts';
import { judgeReversal, type Reversible } from '#shared/movements/reversal.ts';
import { expandSerialRange, parseSerialRange } from '#shared/movements/serialRange.ts';
import { noteLotLooks } from './takeLots.ts';
import { movementKey } from './rowKeys.ts';
import { keyOfMovement } from './stored.queries.ts';
import type { Taking } from './taking.ts';

/** Takes movements in the order of their time, an instant at a time: balances hold after all rows of one instant. */
export class MovementTaker {
  readonly #taking: Taking;
  readonly #returns: ReturnFindings;
  #instant: MovementExport[] = [];

  constructor(taking: Taking) {
    this.#taking = taking;
    this.#returns = new ReturnFindings(taking.work);
  }

  take(rows: readonly MovementExport[]): void {
    for (const row of rows) {
      if (this.#instant[0] !== undefined && this.#instant[0].at !== row.at) this.#post();
      this.#instant.push(row);
    }
  }

  /** After the last row. */
  finish(): void {
    this.#post();
    const { faults, findings, earlier } = this.#taking.poster.finish();
    this.#tell({ faults, findings: [...findings, ...earlier] });
  }

  /** When all is taken over and nothing is wrong: what the records come to, whatever order they came in. */
  lookBack(): void {
    this.#taking.issued.lookBack();
    for (const finding of this.#returns.all()) this.#taking.faults.addFinding('movements', finding);
  }

  #post(): void {
    const rows = this.#instant;
    this.#instant = [];
    const byId = new Map<string, Posting[]>();
    const postings: Posting[] = [];
    // A row that undoes another of its instant comes after it here, whatever their order in the file.
    for (const row of [...rows.filter((one) => one.reverses === ''), ...rows.filter((one) => one.reverses !== '')]) {
      const made = this.#postingsOf(row, byId);
      if (made.length === 0) continue;
      if (row.id !== '') byId.set(row.id, made);
      postings.push(...made);
      this.#taking.counts.movements += 1;
    }
    postings.sort((a, b) => a.row - b.row);
    const posts = this.#taking.poster.postInstant(postings);
    this.#tell(posts);
    for (const posted of posts.posted) {
      this.#returns.note(posted);
      this.#noteNames(posted);
    }
  }

  /** Lists a serial or a work order that is new and looks like another one. */
  #noteNames({ posting, fromUnit, toUnit }: Posted): void {
    const { product, workOrder, row } = posting;
    const unit = toUnit.serial === '' ? fromUnit : toUnit;
    if (unit.serial !== '' && this.#taking.poster.nodes.isNew(unit)) {
      const code = { kind: 'serial', of: product, name: unit.serial } as const;
      this.#taking.noteLooks('movements', { row, column: 'serial' }, code);
    }
    if (workOrder !== '')
      this.#taking.noteLooks('movements', { row, column: 'work_order' }, { kind: 'workOrder', name: workOrder });
  }

  #tell({ faults, findings }: Omit<Posts, 'posted'>): void {
    const { faults: book } = this.#taking;
    for (const { posting, column, code, message } of faults)
      book.add('movements', { row: posting.row, column, code, message });
    if (findings.length === 0) return;
    // Of a range of serials once, not for each of them.
    const rows = Map.groupBy(findings, ({ posting, code }) => `${posting.row} ${code}`).values();
    for (const [first] of rows)
      if (first !== undefined)
        book.addFinding('movements', {
          row: first.posting.row,
          column: first.column,
          code: first.code,
          message: first.message,
        });
  }

  #postingsOf(row: MovementExport, sameInstant: ReadonlyMap<string, Posting[]>): Posting[] {
    const taking = this.#taking;
    const key = movementKey(row);
    if (this.#isKnown(row, key)) return [];
    const named = this.#recordsOf(row);
    if (named === undefined) return [];
    const { product, from, to, partner } = named;
    const pieces = this.#piecesOf(row, product);
    if (pieces === undefined) return [];
    const reversed = row.reverses === '' ? undefined : this.#reversedBy(row, sameInstant, pieces.length);
    if (row.reverses !== '' && reversed === undefined) return [];
    this.#noteGoods(row, product);
    this.#noteTime(row);
    const { workOrder, run } = reversed?.original ?? row;
    return pieces.map((serial, piece) => ({
      at: row.at,
      offsetMinutes: row.offsetMinutes,
      kind: row.kind,
      document: row.document,
      line: row.line,
      product,
      lot: row.lot,
      sublot: row.sublot,
      serial,
      quantity: row.quantity / pieces.length,
      from,
      to,
      statusFrom: row.statusFrom,
      statusTo: row.status,
      workOrder,
      run,
      equipment: row.equipment,
      partner:
        partner ?? (reversed === undefined ? null : (taking.catalogue.partner(reversed.original.partner) ?? null)),
      unitCost: row.unitCost,
      reason: row.reason,
      evidence: 'imported',
      externalId: row.id === '' || piece > 0 ? null : row.id,
      rowKey: key,
      reverses: reversed?.pieces[piece] ?? null,
      row: row.row,
      continuesRow: piece > 0,
    }));
  }

  /** The records a row names; undefined where one is not there, which was told as a fault. */
  #recordsOf(row: MovementExport) {
    const taking = this.#taking;
    const product = taking.product('movements', row.row, row.product);
    const from = row.from === '' ? null : taking.place('movements', { row: row.row, column: 'from', code: row.from });
    const to = row.to === '' ? null : taking.place('movements', { row: row.row, column: 'to', code: row.to });
    const partner =
      row.partner === '' ? null : taking.partner('movements', { row: row.row, column: 'partner', code: row.partner });
    if (product === undefined || from === undefined || to === undefined || partner === undefined) return undefined;
    return { product, from, to, partner };
  }

  /**
   * Whether the store holds this row already. With an id, other content is a fault: told at the cell that names what
   * is not there, where there is one, since it may have been corrected for the earlier import.
   */
  #isKnown(row: MovementExport, key: Buffer): boolean {
    const taking = this.#taking;
    if (!taking.hadMovements) return false;
    if (row.id === '') {
      if (!taking.knownMovements.take(key)) return false;
      taking.issued.noteKnown(row, key);
      taking.counts.alreadyPresent += 1;
      return true;
    }
    const stored = keyOfMovement(taking.work, row.id);
    if (stored === undefined) return false;
    if (stored.rowKey?.equals(key) === true) {
      taking.issued.noteKnown(row, key);
      taking.counts.alreadyPresent += 1;
    } else if (this.#recordsOf(row) !== undefined) {
      const message = `Movement ${row.id} was imported before with other content. Movements never change: correct it by a reversing row, or give this row an id of its own.`;
      taking.faults.add('movements', { row: row.row, column: 'id', code: 'CONFLICT', message });
    }
    return true;
  }

  /** The serials of a row, one movement each: a range stands for many, everything else for itself. */
  #piecesOf(row: MovementExport, product: ProductFacts): string[] | undefined {
    const range = parseSerialRange(row.serial);
    if (range === undefined) return [row.serial];
    if (product.serialTracking === 'global') return expandSerialRange(range);
    // With quantity 1 it is a serial that happens to hold two dots.
    if (row.quantity === oneUnit) return [row.serial];
    const message = `Only products with global serials take a range; ${product.code} wants one row for each serial.`;
    this.#taking.faults.add('movements', { row: row.row, column: 'serial', code: 'VALIDATION', message });
    return undefined;
  }

  /** Lists a movement that says it has yet to happen: everything dated before it counts as late from then on. */
  #noteTime(row: MovementExport): void {
    const { faults, now } = this.#taking;
    if (row.at <= now + clockTolerance) return;
    const message = `${row.document} is dated ${formatMoment(row.at)}, which lies in the future. If the time is wrong, undo this movement by a reversing row and send it again with its right time and another id.`;
    faults.addFinding('movements', { row: row.row, column: 'at', code: 'FUTURE_DATE', message });
  }

  /** Registers a lot that only movements name, and lists goods that left although they should not have. */
  #noteGoods(row: MovementExport, product: ProductFacts): void {
    const on = dateOf(row.at, row.offsetMinutes);
    const hasLot =
      row.lot !== '' && product.lotTracking !== 'none' && (row.sublot === '' || product.lotTracking === 'lot-sublot');
    const { lots } = this.#taking;
    // What is known was compared when it came.
    if (hasLot && lots.find(product.id, row.lot, row.sublot) === undefined)
      noteLotLooks(this.#taking, 'movements', product, row);
    const lot = hasLot ? lots.touch(product.id, row.lot, row.sublot, on) : undefined;
    if (row.reverses === '') this.#taking.issued.note(row, product, lot);
  }

  /** The movements a row undoes, piece by piece; undefined when that was told as a fault. */
  #reversedBy(
    row: MovementExport,
    sameInstant: ReadonlyMap<string, Posting[]>,
    pieces: number,
  ): { pieces: Reversed[]; original: Reversible } | undefined {
    const taking = this.#taking;
    const told = (
      code: 'NOT_FOUND' | 'CONFLICT' | 'ILLEGAL_TRANSITION',
      message: string,
      column = 'reverses',
    ): undefined => {
      taking.faults.add('movements', { row: row.row, column, code, message });
    };
    const beside = sameInstant.get(row.reverses);
    const stored = beside === undefined ? originalsOfRow(taking.work, taking.poster.nodes, row.reverses) : [];
    // Once something is wrong nothing more is written, so that a movement of this file may not be found.
    if (beside === undefined && stored.length === 0) {
      return taking.faults.count > 0
        ? undefined
        : told(
            'NOT_FOUND',
            `There is no movement ${row.reverses} to reverse, neither in this file before this time nor in the store.`,
          );
    }
    const views = beside?.map(viewOfPosting) ?? stored.map(viewOfOriginal);
    const first = views[0];
    if (first === undefined || views.length !== pieces)
      return told('CONFLICT', `Movement ${row.reverses} and this row do not name the same serials.`);
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
      return told(
        verdict.code === 'CONFLICT' ? 'CONFLICT' : 'ILLEGAL_TRANSITION',
        verdict.message,
        textOf(verdict.details?.['column']) ?? 'reverses',
      );
    if (this.#undone.has(row.reverses)) return told('ILLEGAL_TRANSITION', 'This movement was reversed already.');
    this.#undone.add(row.reverses);
    return {
      pieces: beside?.map((posting) => ({ posting })) ?? stored.map((posted) => ({ posted })),
      original: whole,
    };
  }

  /** Movements this file undoes: those of the instant at hand are not yet seen in the store. */
  readonly #undone = new Set<string>();
}

/** Clocks of other programs may be ahead, and a zone may be written wrong: a day, in microseconds. */
const clockTolerance = 86_400_000_000;

const viewOfPosting = (posting: Posting) => ({
  kind: posting.kind,
  product: posting.product.code,
  lot: posting.lot,
  sublot: posting.sublot,
  serial: posting.serial,
  quantity: posting.quantity,
  from: posting.from?.code ?? '',
  to: posting.to?.code ?? '',
  statusFrom: posting.statusFrom,
  statusTo: posting.statusTo,
  workOrder: posting.workOrder,
  run: posting.run,
  partner: posting.partner?.code ?? '',
  at: posting.at,
  isReversal: posting.reverses !== null,
  isReversed: false,
});

function viewOfOriginal(original: Original) {
  const named = namedUnit(original);
  const { product, lot, sublot, serial } = named;
  return { ...original, product, lot, sublot, serial };
}

/** What a movement's row named: a serial that came back and lost its name stands on the from-side. */
const namedUnit = ({ fromUnit, toUnit }: Original): UnitFacts =>
  toUnit.serial === '' && fromUnit.serial !== '' ? fromUnit : toUnit;

const textOf = (detail: unknown): string | undefined => (typeof detail === 'string' ? detail : undefined);
