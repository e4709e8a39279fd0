import { lastMovement } from '#main/features/movements/returns.queries.ts';
import { LotSteps } from '#main/features/movements/lotSteps.queries.ts';
import { LotSuppliers } from '#main/features/movements/lotSuppliers.queries.ts';
import { LotBook } from '#main/features/lots/lots.actions.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import type { PartnerFacts, LocationFacts, ProductFacts } from '#main/ledger/facts.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Policies } from '#main/ledgerStore/policy.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import type { Work } from '#main/store/work.ts';
import type { ExportFile } from '#shared/exchange/columns.ts';
import type { ImportResult } from '#shared/exchange/contract.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { ExpiryCaps } from '#main/features/lots/expiryCap.actions.ts';
import { LotCapacities } from '#main/features/movements/lotCapacity.queries.ts';
import { BookedTwice } from './bookedTwice.ts';
import { ChangedLots } from './changedLots.ts';
import { IssueLog } from './issueLog.ts';
import { IssuedGoods } from './issuedGoods.ts';
import { type Code, type CodeAt, LookAlikes } from './lookAlikes.ts';
import { LotChanges } from './lotChanges.ts';
import { LotDates } from './lotDates.ts';
import { MovedBeforeMade } from './movedBeforeMade.ts';
import { NamedInTime } from './namedInTime.ts';
import { NearCodes } from './nearCodes.ts';
import { LinkedAndUsed } from './linkedAndUsed.ts';
import { OpenedLate } from './openedLate.ts';
import { PartnerSides } from './partnerSides.ts';
import { RetestPassed } from './retestPassed.ts';
import { RewrittenCodes } from './rewrittenCodes.ts';
import { KnownRows } from './rowKeys.ts';
import { RunsApart } from './runsApart.ts';

type Named = 'products' | 'partners' | 'locations';
type Counts = Omit<ImportResult, 'findings' | 'correctedRows'>;
type Countable = Exclude<keyof Counts, 'alreadyPresent'>;

export type ImportedBy = { person: string; workstation: string; recordedAt: number };

/** What an import holds while it takes over one export inside one unit of work. */
export class ImportRun {
  readonly work: Work;
  readonly catalogue: Catalogue;
  readonly lots: LotBook;
  readonly ledger: StockLedger;
  readonly caps: ExpiryCaps;
  readonly capacities: LotCapacities;
  readonly lotChanges: LotChanges;
  readonly changedLots: ChangedLots;
  readonly lotDates: LotDates;
  readonly lotSteps: LotSteps;
  readonly lotSuppliers: LotSuppliers;
  readonly issued: IssuedGoods;
  readonly namedInTime: NamedInTime;
  readonly movedBeforeMade: MovedBeforeMade;
  readonly partnerSides: PartnerSides;
  readonly bookedTwice: BookedTwice;
  readonly linkedAndUsed: LinkedAndUsed;
  readonly openedLate: OpenedLate;
  readonly runsApart: RunsApart;
  readonly rewritten: RewrittenCodes;
  readonly retestPassed: RetestPassed;
  readonly faults = new IssueLog();
  readonly counts: Counts = {
    products: 0,
    partners: 0,
    locations: 0,
    lots: 0,
    movements: 0,
    serialLinks: 0,
    alreadyPresent: 0,
  };
  /** Whether the store held movements before, so that rows may be known already. */
  readonly hadMovements: boolean;
  /** When the import began, in microseconds. */
  readonly now: number;
  /** Keys the export holds in rows that have faults of their own: what points at them is not a fault too. */
  readonly #excused = new Map<ExportFile, Set<string>>();
  readonly #lookAlikes: LookAlikes;
  readonly #near: NearCodes;
  readonly #alike = { last: '', lastThere: '' };
  readonly #broken = new Set<ExportFile>();
  #knownMovements: KnownRows | undefined;
  #knownLinks: KnownRows | undefined;

  constructor(work: Work, by: ImportedBy, policies: Policies) {
    this.work = work;
    this.now = by.recordedAt;
    this.catalogue = new Catalogue(work);
    this.ledger = new StockLedger(work, by, policies);
    this.lots = LotBook.of(work);
    this.caps = new ExpiryCaps(work, this.lots);
    this.capacities = new LotCapacities(work);
    this.hadMovements = this.ledger.book.hasMovements;
    this.lotChanges = new LotChanges(this);
    this.changedLots = new ChangedLots(this);
    this.lotDates = new LotDates(this);
    const lastBefore = lastMovement(work);
    this.lotSteps = new LotSteps(work, lastBefore);
    this.lotSuppliers = new LotSuppliers(work, lastBefore, this.lotSteps);
    this.namedInTime = new NamedInTime(this);
    this.issued = new IssuedGoods(this);
    this.movedBeforeMade = new MovedBeforeMade(this);
    this.partnerSides = new PartnerSides(work, this.faults);
    this.bookedTwice = new BookedTwice(work, this.faults, {
      lastAt: this.ledger.book.lastAt,
      isMissing: (key) => this.#knownMovements?.isLeft(key) ?? true,
    });
    this.linkedAndUsed = new LinkedAndUsed(work, this.faults);
    this.runsApart = new RunsApart(work, this.faults);
    this.openedLate = new OpenedLate(work, this.faults, this.ledger.book.lastAt);
    this.rewritten = new RewrittenCodes(this.faults);
    this.retestPassed = new RetestPassed(this);
    this.#near = new NearCodes(work);
    this.#lookAlikes = new LookAlikes(work);
  }

  /** For all that looks back on movements when the import is done. */
  notePosted(posted: PostedMovement): void {
    this.lotSteps.note(posted);
    this.lotSuppliers.note(posted);
    this.partnerSides.note(posted);
    this.bookedTwice.note(posted);
    this.linkedAndUsed.noteReturn(posted);
    this.openedLate.note(posted);
    this.runsApart.note(posted);
    this.caps.note(posted);
    this.capacities.note(posted);
  }

  get knownMovements(): KnownRows {
    this.#knownMovements ??= new KnownRows(this.work, 'movement');
    return this.#knownMovements;
  }

  get knownLinks(): KnownRows {
    this.#knownLinks ??= new KnownRows(this.work, 'serial_link');
    return this.#knownLinks;
  }

  /** Counts a row as newly written, or as there already. */
  count(what: Countable, saved: 'new' | 'changed' | 'same'): void {
    this.counts[saved === 'same' ? 'alreadyPresent' : what] += 1;
  }

  /** A file that broke off may have held anything. */
  excuseAll(file: ExportFile): void {
    this.#broken.add(file);
  }

  excuse(file: ExportFile, keys: readonly string[]): void {
    const known = this.#excused.get(file) ?? new Set<string>();
    for (const key of keys) known.add(key);
    this.#excused.set(file, known);
  }

  product(file: ExportFile, row: number, code: string, column = 'product'): ProductFacts | undefined {
    return this.#need(file, { row, column, code, of: 'products' }, this.catalogue.product(code));
  }

  partner(
    file: ExportFile,
    { row, column, code }: { row: number; column: string; code: string },
  ): PartnerFacts | undefined {
    return this.#need(file, { row, column, code, of: 'partners' }, this.catalogue.partner(code));
  }

  place(
    file: ExportFile,
    { row, column, code }: { row: number; column: string; code: string },
  ): LocationFacts | undefined {
    return this.#need(file, { row, column, code, of: 'locations' }, this.catalogue.place(code));
  }

  /** Lists a new code that looks like another one, at both where the export has both, or rewritten beside those of the store; of a range of serials once. */
  noteLooks(file: ExportFile, at: { row: number; column: string }, code: Code): void {
    const here = { file, ...at };
    const noted = this.#lookAlikes.note(code, here);
    if (noted === undefined) return;
    if ('alike' in noted && noted.there !== undefined) {
      this.#noteAlike('last', here, withPlace(noted.alike, this.faults.placeOf(noted.there)));
      this.#noteAlike('lastThere', noted.there, withPlace(noted.there.alike, this.faults.placeOf(here)));
    } else if ('alike' in noted) this.#noteAlike('last', here, noted.alike);
    else if (!this.#isLastAlike('last', here)) this.rewritten.note(file, { ...at, text: code.name }, noted.rewritten);
  }

  #noteAlike(which: 'last' | 'lastThere', { file, row, column }: CodeAt, text: Message): void {
    if (!this.#isLastAlike(which, { file, row, column }))
      this.faults.addFinding(file, { row, column, code: 'DUPLICATE', text });
  }

  /** Whether the code noted last stood in the same cell, as one of a range of serials; notes this one. */
  #isLastAlike(which: 'last' | 'lastThere', { file, row, column }: CodeAt): boolean {
    const place = [file, row, column].join(' ');
    const isLast = this.#alike[which] === place;
    this.#alike[which] = place;
    return isLast;
  }

  #need<T>(
    file: ExportFile,
    wanted: { row: number; column: string; code: string; of: Named },
    found: T | undefined,
  ): T | undefined {
    const { row, column, code, of } = wanted;
    if (found === undefined && !this.#broken.has(of) && this.#excused.get(of)?.has(code) !== true) {
      const near = this.#near.of(of, code);
      this.faults.add(file, { row, column, code: 'NOT_FOUND', text: unknown[of](code, near), near });
    }
    return found;
  }
}

const withPlace = (sentence: Message, { file, row }: { file: string; row: number }): Message =>
  msg`${sentence} The other one is in row ${row} of ${file}.`;

/** The message about an unknown code, with those that it may be a slip for. */
const unknown: Record<Named, (code: string, near: readonly string[]) => Message> = {
  products: (code, near) => {
    const [last, others] = [near.at(-1), near.slice(0, -1).join(', ')];
    if (last === undefined) return msg`There is no product ${code}. Add it to products, or correct the code.`;
    return others === ''
      ? msg`There is no product ${code}. Did you mean ${last}? Add it to products, or correct the code.`
      : msg`There is no product ${code}. Did you mean ${others} or ${last}? Add it to products, or correct the code.`;
  },
  partners: (code, near) => {
    const [last, others] = [near.at(-1), near.slice(0, -1).join(', ')];
    if (last === undefined) return msg`There is no partner ${code}. Add it to partners, or correct the code.`;
    return others === ''
      ? msg`There is no partner ${code}. Did you mean ${last}? Add it to partners, or correct the code.`
      : msg`There is no partner ${code}. Did you mean ${others} or ${last}? Add it to partners, or correct the code.`;
  },
  locations: (code, near) => {
    const [last, others] = [near.at(-1), near.slice(0, -1).join(', ')];
    if (last === undefined) return msg`There is no location ${code}. Add it to locations, or correct the code.`;
    return others === ''
      ? msg`There is no location ${code}. Did you mean ${last}? Add it to locations, or correct the code.`
      : msg`There is no location ${code}. Did you mean ${others} or ${last}? Add it to locations, or correct the code.`;
  },
};
