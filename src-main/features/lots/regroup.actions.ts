import type { CommandContext } from '#main/context/context.ts';
import { GivenOnce } from '#main/features/numbering/givenOnce.actions.ts';
import { noPattern, takeNumbers } from '#main/features/numbering/numbering.actions.ts';
import { siteAt } from '#main/features/numbering/numbers.queries.ts';
import type { LotName, MovementDraft } from '#main/ledger/movementDraft.ts';
import type { ProductFacts } from '#main/ledger/facts.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import type { Origin } from '#main/ledgerStore/policy.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { neat } from '#shared/kernel/text.ts';
import { LotBook } from './lots.actions.ts';
import { NewLooks } from './newLooks.queries.ts';
import { atRow, nextSublot, type Regrouped, sublotsOf } from './regroup.queries.ts';
import { insistOnGoods } from './vouchedGoods.queries.ts';

export type RegroupContext = CommandContext<'policies'>;

/** What a split or merge writes with, once its product and locations are known to be what the journal says. */
export class Regroup {
  readonly context: RegroupContext;
  readonly catalogue: Catalogue;
  readonly book: LotBook;
  readonly looks: NewLooks;
  readonly #product: Regrouped;

  constructor(context: RegroupContext, product: Regrouped) {
    this.context = context;
    this.#product = product;
    this.catalogue = new Catalogue(context.work);
    this.book = LotBook.of(context.work);
    this.looks = new NewLooks(context.work);
  }

  /** @throws LotlineError NOT_FOUND for a location; RecordTampered */
  async load(locations: readonly string[], lots: readonly LotName[]): Promise<void> {
    const { id, code } = this.#product;
    await this.catalogue.load({ products: [code], places: locations });
    const missing = locations.find((location) => this.catalogue.place(location) === undefined);
    if (missing !== undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no location ${missing}. Check the code.`, { field: 'location' });
    insistOnGoods(
      this.context.work,
      lots.map((lot) => ({ ...lot, product: this.product, locations })),
    );
    await this.book.load(lots.map(({ lot, sublot }) => [id, lot, sublot]));
  }

  get product(): ProductFacts {
    const product = this.catalogue.product(this.#product.code);
    if (product === undefined) throw new Error(`no product ${this.#product.code}`);
    return product;
  }

  /** Posts as who asks, in the order they are given, and writes the lots. */
  async post(drafts: readonly MovementDraft[], origin: Origin): Promise<number[]> {
    if (drafts.length === 0) return [];
    const { work, actor, now, policies } = this.context;
    const by = { person: actor.person.id, workstation: actor.workstation, recordedAt: trailTime(work.db, now) };
    const { posted } = await new StockLedger(work, by, policies).post(drafts, { origin, tellsRow: true });
    await this.book.write();
    return posted.map(({ id }) => id);
  }

  findings(): { row: number; field: string; code: string; message: Message }[] {
    return this.looks.findings.map(({ movement: row, column: field, code, text }) => ({
      row,
      field,
      code,
      message: text,
    }));
  }

  /**
   * The names of lots that are new: as they are typed, or the next ones. `beside` is the lot they are sublots of where
   * nobody says another, "" for none.
   * @throws LotlineError whose `faults` tell which cannot be made
   */
  async newNames(
    typed: readonly LotName[],
    { beside, supplier, location }: { beside: string; supplier: string; location: string },
  ): Promise<LotName[]> {
    const { id, lotTracking } = this.#product;
    const { work } = this.context;
    const hasSublots = lotTracking === 'lot-sublot';
    const names = typed.map(({ lot, sublot }) => ({
      lot: lot === '' && hasSublots ? beside : neat(lot),
      sublot: neat(sublot),
    }));
    for (const [row, { lot, sublot }] of names.entries()) {
      if (sublot !== '' && !hasSublots)
        throw atRow(row, 'sublot', 'VALIDATION', msg`${this.#product.code} has no sublots. Leave the sublot blank.`);
      if (sublot !== '' && lot === '') throw atRow(row, 'lot', 'VALIDATION', msg`Say which lot the sublot is of.`);
    }
    await this.#numberLots(names, { supplier, location });
    if (hasSublots) await this.#numberSublots(names);
    await this.book.load(names.map(({ lot, sublot }) => [id, lot, sublot]));
    const seen = new Set<string>();
    const once = new GivenOnce(work);
    for (const [row, { lot, sublot }] of names.entries()) {
      const field = sublot === '' ? 'lot' : 'sublot';
      const number = sublot === '' ? lot : `${lot} / ${sublot}`;
      if (this.book.find(id, lot, sublot) !== undefined)
        throw atRow(
          row,
          field,
          'DUPLICATE',
          msg`${number} of ${this.#product.code} is there already. Give another number, or merge goods into it.`,
        );
      if (seen.has(number))
        throw atRow(
          row,
          field,
          'DUPLICATE',
          msg`${number} of ${this.#product.code} stands in another row before. Remove one of the two.`,
        );
      seen.add(number);
      const issue = await once.issueOf({ product: this.#product, supplier, numbers: [lot] });
      if (issue !== undefined) throw atRow(row, 'lot', 'DUPLICATE', issue);
      this.looks.noteLot(row, this.product, { lot, sublot });
    }
    return names;
  }

  async #numberLots(names: LotName[], goods: { supplier: string; location: string }): Promise<void> {
    const { work, now, offsetMinutes } = this.context;
    const blank = names.filter(({ lot }) => lot === '');
    if (blank.length === 0) return;
    const { supplier, location } = goods;
    const asked = { product: this.#product, of: 'lots', on: dateOf(now, offsetMinutes), supplier } as const;
    const site = await siteAt(work, location);
    const typed = new Set(names.map(({ lot }) => lot));
    const numbers = await takeNumbers(work, { ...asked, site }, blank.length, typed);
    if (numbers === undefined)
      throw atRow(
        names.findIndex(({ lot }) => lot === ''),
        'lot',
        'VALIDATION',
        noPattern(this.#product.code),
      );
    for (const [index, name] of blank.entries()) name.lot = numbers[index] ?? '';
  }

  async #numberSublots(names: LotName[]): Promise<void> {
    for (const [row, name] of names.entries()) {
      if (name.sublot !== '') continue;
      const { lot } = name;
      const there = await this.context.work.all(sublotsOf, { product: this.#product.id, lot });
      const beside = names.filter((one) => one.lot === lot && one.sublot !== '');
      name.sublot = nextSublot(lot, [...there, ...beside], row);
    }
  }
}
