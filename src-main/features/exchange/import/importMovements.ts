import { msg } from '#shared/kernel/message.ts';
import type { LotKey } from '#main/features/lots/lots.actions.ts';
import type { ProductFacts } from '#main/ledger/facts.ts';
import type { Naming } from '#main/ledger/gather.ts';
import type { PostResult } from '#main/ledger/post.ts';
import type { PostedMovement, MovementDraft } from '#main/ledger/movementDraft.ts';
import { originalOf } from '#main/ledger/reverse.ts';
import type { Judge } from '#main/ledgerStore/policy.ts';
import { isDayZero } from '#shared/lots/dateFindings.ts';
import type { MovementExport } from '#shared/exchange/rows.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { allowed } from '#shared/kernel/errors.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';
import { ReturnFindings } from '#main/features/movements/returnFindings.queries.ts';
import { parseSerialRange, serialsNamed } from '#shared/movements/serialRange.ts';
import { noteLotLooks } from './importLots.ts';
import { movementKey } from '#main/features/exchange/movementKey.ts';
import type { CodeKind } from './knownCodes.queries.ts';
import type { Code } from './lookAlikes.ts';
import { keysOfMovements, type StoredRow } from './stored.queries.ts';
import type { ImportRun } from './importRun.ts';
import { plannedOf } from './planned.ts';
import { Undoing } from './undoing.ts';
import { Unwritten } from './unwritten.ts';

/**
 * Takes movements in the order of their time, a timestamp batch at a time: balances hold after all rows of one timestamp batch. What
 * many rows need to know is loaded at once, and what came of them is written at once.
 */
export class MovementImporter {
  readonly #importRun: ImportRun;
  readonly #batch: number;
  readonly #returns: ReturnFindings;
  readonly #undoing: Undoing;
  readonly #unwritten = new Unwritten();
  #waiting: MovementExport[] = [];
  /** The names of the movement before: those of one document mostly have the same. */
  readonly #lastNames = new Map<CodeKind, string>();
  /** Of the current rows with an id those that the store holds. */
  #stored = new Map<string, StoredRow>();
  /** The policies' verdicts on the current rows. */
  #judge: Judge = () => allowed;

  constructor(importRun: ImportRun, batch: number) {
    this.#importRun = importRun;
    this.#batch = batch;
    this.#returns = new ReturnFindings(importRun.work);
    this.#undoing = new Undoing(importRun);
  }

  async take(rows: readonly MovementExport[]): Promise<void> {
    for (const row of rows) {
      // A timestamp batch is never cut.
      if (this.#waiting.length >= this.#batch && this.#waiting.at(-1)?.at !== row.at) await this.#importWaiting();
      this.#waiting.push(row);
    }
  }

  /** After the last row. */
  async finish(): Promise<void> {
    await this.#importWaiting();
    const { faults, findings, earlier } = await this.#importRun.ledger.finish();
    this.#tell({ faults, findings: [...findings, ...earlier] });
  }

  /** When all is imported without a fault: findings that depend on all of it, in whatever order it came. */
  async lookBack(): Promise<void> {
    await this.#importRun.lotDates.lookBack();
    await this.#importRun.issued.lookBack();
    await this.#importRun.movedBeforeMade.lookBack();
    await this.#importRun.retestPassed.lookBack();
    await this.#importRun.partnerSides.lookBack(this.#returns.lastBefore);
    await this.#importRun.bookedTwice.lookBack();
    await this.#importRun.openedLate.lookBack();
    await this.#importRun.runsApart.lookBack();
    for (const finding of await this.#importRun.capacities.overfull())
      this.#importRun.faults.addFinding('movements', { ...finding, column: 'quantity', code: 'VALIDATION' });
    for await (const { file, ...finding } of this.#importRun.lotSuppliers.all())
      this.#importRun.faults.addFinding(file, finding);
    await this.#lookBackOnNamed();
    for await (const finding of this.#returns.all()) this.#importRun.faults.addFinding('movements', finding);
  }

  /** Goods that got their lot after they came. */
  async #lookBackOnNamed(): Promise<void> {
    const { lotSteps, lotSuppliers, namedInTime, faults } = this.#importRun;
    await namedInTime.noteRedated();
    for (const product of lotSteps.all()) {
      for await (const { file, ...finding } of lotSuppliers.namedLater(product)) faults.addFinding(file, finding);
      await namedInTime.judge(product);
    }
  }

  async #importWaiting(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    await this.#load(rows);
    for (let start = 0; start < rows.length; ) {
      let end = start + 1;
      while (end < rows.length && rows[end]?.at === rows[start]?.at) end += 1;
      this.#post(rows.slice(start, end));
      start = end;
    }
    await this.#importRun.ledger.write();
  }

  async #load(rows: readonly MovementExport[]): Promise<void> {
    const { hadMovements, work, ledger, lots } = this.#importRun;
    const ids = rows.map(({ id }) => id).filter((id) => id !== '');
    this.#stored = hadMovements ? await keysOfMovements(work, ids) : new Map();
    const fresh = rows.filter(({ id }) => !this.#stored.has(id));
    const { book } = ledger;
    const undone = fresh.map(({ reverses }) => reverses).filter((id) => id !== '');
    await ledger.loadOriginalsOfRows(undone);
    this.#unwritten.addTo(book.originalsOfRow, undone);
    await this.#importRun.catalogue.load({
      partners: undone.flatMap((id) => (book.originalsOfRow.get(id) ?? []).map(({ partner }) => partner)),
    });
    const named = fresh.flatMap((row) => {
      const product = this.#importRun.catalogue.product(row.product);
      return product === undefined ? [] : [{ row, product }];
    });
    await lots.load(
      named.filter(({ row }) => row.lot !== '').map(({ row, product }): LotKey => [product.id, row.lot, row.sublot]),
    );
    await this.#importRun.capacities.load(named.map(({ product }) => product.id));
    await ledger.load(this.#namings(named));
    this.#judge = await ledger.judgeOf(
      named.flatMap(({ row, product }) => plannedOf(this.#importRun, row, product)),
      'imported',
    );
  }

  /** What rows name, before they become drafts. */
  *#namings(rows: Iterable<{ row: MovementExport; product: ProductFacts }>): Generator<Naming> {
    const { book } = this.#importRun.ledger;
    if (book.startsEmpty) return;
    for (const { row, product } of rows) {
      const { kind, at, lot, sublot } = row;
      const isStill = row.from !== '' && row.from === row.to && row.statusFrom === row.status;
      const originals = (row.reverses === '' ? undefined : book.originalsOfRow.get(row.reverses)) ?? [];
      const { workOrder, run } = originals[0] ?? row;
      for (const [piece, serial] of serialsNamed(row.serial, product).entries())
        yield {
          product,
          kind,
          at,
          lot,
          sublot,
          serial,
          source: null,
          workOrder,
          run,
          isStill,
          undoes: originals[piece],
        };
    }
  }

  #post(rows: readonly MovementExport[]): void {
    const byId = new Map<string, MovementDraft[]>();
    const drafts: MovementDraft[] = [];
    // A row that reverses another of its timestamp batch comes after it here, whatever their order in the file.
    for (const row of [...rows.filter((one) => one.reverses === ''), ...rows.filter((one) => one.reverses !== '')]) {
      const made = this.#postingsOf(row, byId);
      if (made.length === 0) continue;
      if (row.id !== '') byId.set(row.id, made);
      drafts.push(...made);
      this.#importRun.counts.movements += 1;
    }
    drafts.sort((a, b) => a.row - b.row);
    const posts = this.#importRun.ledger.postTimestampBatch(drafts);
    this.#tell(posts);
    this.#noteRows(byId, posts);
    for (const posted of posts.posted) {
      this.#returns.note(posted);
      this.#importRun.notePosted(posted);
      this.#noteNames(posted);
    }
  }

  /** Rows that were posted are in the store for the rows after them, as soon as they are decided. */
  #noteRows(byId: ReadonlyMap<string, readonly MovementDraft[]>, { posted }: PostResult): void {
    const { hadMovements, ledger } = this.#importRun;
    const { book } = ledger;
    const asked = [...byId].filter(([id]) => hadMovements || ledger.isFaulty || book.originalsOfRow.has(id));
    if (asked.length === 0) return;
    const done = new Map(posted.map((one) => [one.draft, one]));
    for (const [id, made] of asked) {
      const pieces = made.flatMap((one) => done.get(one) ?? []);
      const [first] = pieces;
      if (first === undefined) continue;
      if (hadMovements) this.#stored.set(id, { movement: first.id, rowKey: first.draft.rowKey });
      const isAsked = book.originalsOfRow.has(id);
      if (!isAsked && !ledger.isFaulty) continue;
      const originals = pieces.map(originalOf);
      if (isAsked) book.originalsOfRow.set(id, originals);
      if (ledger.isFaulty) this.#unwritten.keep(id, originals);
    }
  }

  /** Lists a serial, a document, a work order, a run or equipment that is new and looks like another one. */
  #noteNames({ draft, fromUnit, toUnit }: PostedMovement): void {
    const { product, workOrder, run, document, equipment, row } = draft;
    const unit = toUnit.serial === '' ? fromUnit : toUnit;
    if (unit.serial !== '' && this.#importRun.ledger.nodes.isNew(unit)) {
      const code = { kind: 'serial', of: product, name: unit.serial } as const;
      this.#importRun.noteLooks('movements', { row, column: 'serial' }, code);
    }
    this.#noteName({ row, column: 'document' }, { kind: 'document', name: document });
    this.#noteName({ row, column: 'work_order' }, { kind: 'workOrder', name: workOrder });
    this.#noteName({ row, column: 'run' }, { kind: 'run', of: { id: 0, code: workOrder }, name: run });
    this.#noteName({ row, column: 'equipment' }, { kind: 'equipment', name: equipment });
  }

  #noteName(at: { row: number; column: string }, code: Code): void {
    const { kind, of, name } = code;
    const whole = of === undefined ? name : `${of.code} ${name}`;
    if (name === '' || whole === this.#lastNames.get(kind)) return;
    this.#lastNames.set(kind, whole);
    this.#importRun.noteLooks('movements', at, code);
  }

  #tell({ faults, findings }: Omit<PostResult, 'posted'>): void {
    const { faults: book } = this.#importRun;
    for (const { draft, column, code, message, short } of faults)
      book.add('movements', { row: draft.row, column, code, text: message, ...(short !== undefined && { short }) });
    if (findings.length === 0) return;
    // Of a range of serials once, not for each of them.
    const rows = Map.groupBy(findings, ({ draft, code }) => `${draft.row} ${code}`).values();
    for (const [first] of rows)
      if (first !== undefined)
        book.addFinding('movements', {
          row: first.draft.row,
          column: first.column,
          code: first.code,
          text: first.message,
        });
  }

  #postingsOf(row: MovementExport, sameTimestampBatch: ReadonlyMap<string, MovementDraft[]>): MovementDraft[] {
    const importRun = this.#importRun;
    const key = movementKey(row);
    if (this.#isKnown(row, key)) return [];
    const named = this.#recordsOf(row);
    if (named === undefined) return [];
    const { product, from, to, partner } = named;
    const pieces = this.#piecesOf(row, product);
    if (pieces === undefined) return [];
    const reversed = row.reverses === '' ? undefined : this.#undoing.reversedBy(row, sameTimestampBatch, pieces.length);
    if (row.reverses !== '' && reversed === undefined) return [];
    this.#noteGoods(row, product);
    this.#noteTime(row);
    const { workOrder, run } = reversed?.original ?? row;
    return pieces.map(
      (serial, piece): MovementDraft => ({
        at: row.at,
        offsetMinutes: row.offsetMinutes,
        kind: row.kind,
        document: row.document,
        line: row.line,
        product,
        lot: row.lot,
        sublot: row.sublot,
        serial,
        source: null,
        quantity: row.quantity / pieces.length,
        from,
        to,
        statusFrom: row.statusFrom,
        statusTo: row.status,
        workOrder,
        run,
        equipment: row.equipment,
        partner:
          partner ?? (reversed === undefined ? null : (importRun.catalogue.partner(reversed.original.partner) ?? null)),
        unitCost: row.unitCost,
        reason: row.reason,
        evidence: 'imported',
        externalId: row.id === '' || piece > 0 ? null : row.id,
        rowKey: key,
        reverses: reversed?.pieces[piece] ?? null,
        row: row.row,
        continuesRow: piece > 0,
      }),
    );
  }

  /** The records a row names; undefined where one is missing, which was reported as a fault. */
  #recordsOf(row: MovementExport) {
    const importRun = this.#importRun;
    const product = importRun.product('movements', row.row, row.product);
    const from =
      row.from === '' ? null : importRun.place('movements', { row: row.row, column: 'from', code: row.from });
    const to = row.to === '' ? null : importRun.place('movements', { row: row.row, column: 'to', code: row.to });
    const partner =
      row.partner === ''
        ? null
        : importRun.partner('movements', { row: row.row, column: 'partner', code: row.partner });
    if (product === undefined || from === undefined || to === undefined || partner === undefined) return undefined;
    return { product, from, to, partner };
  }

  /**
   * Whether the store holds this row already. With an id, other content is a fault: reported at the cell that names
   * what is missing, where there is one, since it may have been corrected for the earlier import.
   */
  #isKnown(row: MovementExport, key: Buffer): boolean {
    const importRun = this.#importRun;
    if (!importRun.hadMovements) return false;
    if (row.id === '') {
      if (!importRun.knownMovements.take(key)) return false;
      importRun.issued.noteKnown(row, key);
      importRun.counts.alreadyPresent += 1;
      return true;
    }
    const stored = this.#stored.get(row.id);
    if (stored === undefined) return false;
    if (stored.rowKey?.equals(key) === true) {
      importRun.issued.noteKnown(row, key);
      importRun.bookedTwice.noteKnown(stored.movement);
      importRun.counts.alreadyPresent += 1;
    } else if (this.#recordsOf(row) !== undefined) {
      const text = msg`Movement ${row.id} was imported before with other content. Movements never change: make this row what it was then, or undo that movement by a reversing row. Give this row an id of its own only if it tells of another movement.`;
      importRun.faults.add('movements', { row: row.row, column: 'id', code: 'CONFLICT', text });
    }
    return true;
  }

  /** The serials of a row, one movement each: a range is many, everything else one. */
  #piecesOf(row: MovementExport, product: ProductFacts): string[] | undefined {
    // With quantity 1 a range of another product is a serial that happens to hold two dots.
    if (product.serialTracking === 'global' || row.quantity === oneUnit || parseSerialRange(row.serial) === undefined)
      return serialsNamed(row.serial, product);
    const text = msg`Only products with global serials take a range; ${product.code} wants one row for each serial.`;
    this.#importRun.faults.add('movements', { row: row.row, column: 'serial', code: 'VALIDATION', text });
    return undefined;
  }

  /**
   * Lists a movement that is dated in the future: everything dated before it counts as late from then on; and one of
   * the day that an empty time reads as.
   */
  #noteTime(row: MovementExport): void {
    const { faults, now } = this.#importRun;
    if (isDayZero(dateOf(row.at, row.offsetMinutes))) {
      const text = msg`${row.document} is dated ${formatMoment(row.at)}, which programs make of an empty time. If it is wrong, undo this movement by a reversing row and send it again with its right time and another id.`;
      faults.addFinding('movements', { row: row.row, column: 'at', code: 'VALIDATION', text });
    }
    if (row.at <= now + clockTolerance) return;
    const text = msg`${row.document} is dated ${formatMoment(row.at)}, which lies in the future. If the time is wrong, undo this movement by a reversing row and send it again with its right time and another id.`;
    faults.addFinding('movements', { row: row.row, column: 'at', code: 'FUTURE_DATE', text });
  }

  /** Lists what no person might have posted: it has happened. Of a range of serials once, not for each of them. */
  #noteRefused(row: MovementExport, product: ProductFacts): void {
    const told = new Set<string>();
    for (const movement of plannedOf(this.#importRun, row, product)) {
      const verdict = this.#judge(movement);
      if (verdict.ok || told.has(verdict.code)) continue;
      told.add(verdict.code);
      const { code, message, details } = verdict;
      const column = typeof details?.['column'] === 'string' ? details['column'] : 'kind';
      // Nobody records by an import what they may not do.
      this.#importRun.faults[code === 'FORBIDDEN' ? 'add' : 'addFinding']('movements', {
        row: row.row,
        column,
        code,
        text: message,
      });
    }
  }

  /** Registers a lot that only movements name, and lists goods that left although they should not have. */
  #noteGoods(row: MovementExport, product: ProductFacts): void {
    const on = dateOf(row.at, row.offsetMinutes);
    const hasLot =
      row.lot !== '' && product.lotTracking !== 'none' && (row.sublot === '' || product.lotTracking === 'lot-sublot');
    const { lots } = this.#importRun;
    // What is known was compared when it came.
    if (hasLot && lots.find(product.id, row.lot, row.sublot) === undefined) {
      noteLotLooks(this.#importRun, 'movements', product, row);
      if (row.kind === 'customer-return') this.#returns.noteUnknownLot(product, row.lot);
    }
    if (hasLot) lots.touch(product.id, row.lot, row.sublot, on);
    const dates = hasLot ? lots.datesOf(product.id, row.lot, row.sublot) : undefined;
    this.#noteRefused(row, product);
    if (row.reverses !== '' || dates === undefined) return;
    this.#importRun.movedBeforeMade.note(row, product, dates.manufacturedOn);
    this.#importRun.retestPassed.note(row, product, dates);
  }
}

/** Clocks of other programs may be ahead, and a zone may be written wrong: a day, in microseconds. */
const clockTolerance = 86_400_000_000;
