import type { CommandContext } from '#main/context/context.ts';
import { GivenOnce } from '#main/features/numbering/givenOnce.actions.ts';
import { noPattern, takeNumbers } from '#main/features/numbering/numbering.actions.ts';
import { productToNumber, type ProductToNumber, siteOfPlant } from '#main/features/numbering/numbers.queries.ts';
import type { PartnerFacts, ProductFacts } from '#main/ledger/facts.ts';
import { Catalogue } from '#main/ledgerStore/catalogue.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import type { Outputs } from '#shared/contract.ts';
import { dateOf, lastDayMeant } from '#shared/kernel/dates.ts';
import { type ErrorCode, isLotlineError, type Json, LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { MadeByHand } from '#shared/lots/contract.ts';
import { lotDateFindings, unlikelyDates } from '#shared/lots/dateFindings.ts';
import { noDates, withDatesOfLot } from '#shared/lots/dates.ts';
import type { LotValues } from '#shared/lots/records.ts';
import { mostMade } from '#shared/lots/vocabulary.ts';
import { following } from '#shared/numbering/following.ts';
import { LotBook } from './lots.actions.ts';
import { NewLooks } from './newLooks.queries.ts';
import { insistOnGoods } from './vouchedGoods.queries.ts';

type Context = CommandContext<'policies'>;
type Fault = { row: number; field: string; code: ErrorCode; text: Message };
type Named = { lot: string; sublot: string };
/** A row whose product and supplier are known; its lots once they are numbered. */
type Known = { row: number; said: MadeByHand; product: ProductFacts; supplier: PartnerFacts | null; names: Named[] };

/** So many faults are told at most. */
const mostTold = 200;

/** Makes lots before there are any goods of them, all or none. @throws LotlineError whose `faults` tell what is wrong where */
export async function createLots(rows: readonly MadeByHand[], context: Context): Promise<Outputs['lots']['create']> {
  const faults: Fault[] = [];
  const known = await knownRows(rows, context, faults);
  await numberRows(known, context, faults);
  const reply = await makeLots(known, context, faults);
  const [first, ...others] = faults.toSorted((a, b) => a.row - b.row);
  if (first === undefined) return reply;
  throw new LotlineError(
    first.code,
    msg`${{ count: new Set(faults.map(({ row }) => row)).size }} of the rows cannot be made lots of; so none is. Correct or remove these rows.`,
    {
      faults: [first, ...others]
        .slice(0, mostTold)
        .map(({ row, field, text }) => ({ row, field, text })) satisfies Json,
    },
  );
}

/** The rows of products that have such lots, and of suppliers that there are. */
async function knownRows(rows: readonly MadeByHand[], { work }: Context, faults: Fault[]): Promise<Known[]> {
  const catalogue = new Catalogue(work);
  await catalogue.load({
    products: rows.map(({ product }) => product),
    partners: rows.map(({ supplier }) => supplier).filter((code) => code !== ''),
  });
  const known = rows.flatMap((said, row): Known[] => {
    const refuse = (field: string, code: ErrorCode, text: Message): [] => {
      faults.push({ row, field, code, text });
      return [];
    };
    const product = catalogue.product(said.product);
    if (product === undefined)
      return refuse('product', 'NOT_FOUND', msg`There is no product ${said.product}. Check the code.`);
    if (product.lotTracking === 'none')
      return refuse('product', 'VALIDATION', msg`${product.code} is not tracked by lot. Choose another product.`);
    if (said.sublot !== '' && product.lotTracking !== 'lot-sublot')
      return refuse('sublot', 'VALIDATION', msg`${product.code} has no sublots. Leave the sublot blank.`);
    if (said.sublot !== '' && said.lot === '') return refuse('lot', 'VALIDATION', msg`Say which lot the sublot is of.`);
    const supplier = said.supplier === '' ? null : catalogue.partner(said.supplier);
    if (supplier === undefined)
      return refuse('supplier', 'NOT_FOUND', msg`There is no partner ${said.supplier}. Check the code.`);
    return [{ row, said, product, supplier, names: [] }];
  });
  insistOnGoods(
    work,
    known.map(({ said, product }) => ({ ...said, product, locations: [] })),
  );
  return known;
}

/** What is typed first, so that no pattern gives the same number again. */
async function numberRows(known: readonly Known[], context: Context, faults: Fault[]): Promise<void> {
  const { work } = context;
  const once = new GivenOnce(work);
  const products = new Map<string, ProductToNumber>();
  const rowsOf = {
    typed: known.filter(({ said }) => said.lot !== ''),
    byPattern: known.filter(({ said }) => said.lot === ''),
  };
  const typed = new Set<string>();
  for (const one of rowsOf.typed) {
    const { row, said } = one;
    const [field, first] = said.sublot === '' ? (['lot', said.lot] as const) : (['sublot', said.sublot] as const);
    const made = said.count === null || said.count === 1 ? { numbers: [first] } : following(first, said.count);
    if ('issue' in made) {
      faults.push({ row, field, code: 'VALIDATION', text: made.issue });
      continue;
    }
    one.names = made.numbers
      .map((number) => ({ ...said, [field]: number }))
      .map(({ lot, sublot }) => ({ lot, sublot }));
    const numbers = [...new Set(one.names.map(({ lot }) => lot))];
    for (const number of numbers) typed.add(number);
    const text = await once.issueOf({ product: await numbered(one.product), supplier: said.supplier, numbers });
    if (text !== undefined) faults.push({ row, field: 'lot', code: 'DUPLICATE', text });
  }
  const goods = { of: 'lots', on: dateOf(context.now, context.offsetMinutes), site: await siteOfPlant(work) } as const;
  for (const one of rowsOf.byPattern) {
    const { row, said } = one;
    try {
      const asked = { ...goods, product: await numbered(one.product), supplier: said.supplier };
      const numbers = await takeNumbers(work, asked, said.count ?? 1, typed);
      if (numbers === undefined) throw new LotlineError('VALIDATION', noPattern(one.product.code), { field: 'lot' });
      one.names = numbers.map((lot) => ({ lot, sublot: '' }));
    } catch (error) {
      if (!isLotlineError(error)) throw error;
      faults.push({ row, field: 'lot', code: error.code, text: error.text });
    }
  }

  async function numbered({ code }: ProductFacts): Promise<ProductToNumber> {
    const found = products.get(code) ?? (await work.one(productToNumber, { code }));
    if (found === undefined) throw new Error(`no product ${code}`);
    products.set(code, found);
    return found;
  }
}

/** Registers each lot, so that it can be asked for before it first moves; what is wrong with any is told of its row. */
async function makeLots(known: readonly Known[], context: Context, faults: Fault[]) {
  const { work, actor, now, offsetMinutes, policies } = context;
  const ledger = new StockLedger(
    work,
    { person: actor.person.id, workstation: actor.workstation, recordedAt: now },
    policies,
  );
  const [book, looks] = [LotBook.of(work), new NewLooks(work)];
  const keys = known.flatMap(({ product, names }) =>
    names.map(({ lot, sublot }) => [product.id, lot, sublot] as const),
  );
  if (keys.length > mostMade)
    throw new LotlineError('VALIDATION', msg`At most ${mostMade} lots are made at once. Make them in parts.`);
  await book.load(keys);
  await ledger.loadUnits(keys.map((key) => [...key, '']));
  const today = dateOf(now, offsetMinutes);
  const rowOf = new Map<string, number>();
  const planned: Outputs['lots']['create']['findings'] = [];
  const lots: ({ row: number; product: string } & Named)[] = [];
  for (const { row, said, product, supplier, names } of known) {
    const refuse = (field: string, code: ErrorCode, text: Message) => void faults.push({ row, field, code, text });
    const dates = datesOf(said);
    const [name] = names;
    if (name === undefined) continue;
    const ofLot = said.sublot === '' ? noDates : withDatesOfLot(noDates, book.find(product.id, said.lot, ''));
    const named = { product: product.code, ...name, ...dates };
    for (const { field, text } of [...unlikelyDates(named, undefined, today), ...lotDateFindings(named, ofLot)])
      refuse(field, 'VALIDATION', text);
    if (dates.manufacturedOn !== null && dates.manufacturedOn > today)
      planned.push({
        ...{ row, field: 'manufacturedOn', code: 'FUTURE_DATE' },
        message: msg`${product.code} ${name.lot} is said to be made on ${dates.manufacturedOn}, which is still to come: its dates count from that day.`,
      });
    const field = said.sublot === '' ? 'lot' : 'sublot';
    for (const { lot, sublot } of names) {
      const number = sublot === '' ? lot : `${lot} / ${sublot}`;
      const key = `${product.id}\u001f${lot}\u001f${sublot}`;
      if (rowOf.has(key)) {
        refuse(
          field,
          'DUPLICATE',
          msg`${number} of ${product.code} stands in another row before. Remove one of the two.`,
        );
        break;
      }
      if (book.find(product.id, lot, sublot) !== undefined) {
        refuse(field, 'DUPLICATE', msg`${number} of ${product.code} is there already. Give another number.`);
        break;
      }
      rowOf.set(key, row);
      lots.push({ row, product: product.code, lot, sublot });
    }
    if (faults.length > 0) continue;
    looks.noteLots(row, product, said.sublot === '' ? names.map(({ lot }) => lot) : [said.lot]);
    if (said.sublot !== '')
      looks.noteSublots(row, product, { lot: said.lot, sublots: names.map(({ sublot }) => sublot) });
    for (const { lot, sublot } of names) {
      book.save({
        ...valuesOf(said),
        ...dates,
        productId: product.id,
        supplierId: supplier?.id ?? null,
        lot,
        sublot,
        expiresWith: null,
      });
      ledger.nodes.getOrCreate(product, lot, sublot, '');
    }
  }
  const alike = looks.findings.map(({ movement: row, column, code, text }) => ({
    row,
    field: column,
    code,
    message: text,
  }));
  if (faults.length === 0) {
    await book.write();
    await ledger.write();
  }
  return { lots, findings: [...planned, ...alike] };
}

const datesOf = (said: MadeByHand) => ({
  manufacturedOn: said.manufacturedOn === '' ? null : said.manufacturedOn,
  expiresOn: lastDayMeant(said.expiresOn) ?? null,
  bestBeforeOn: lastDayMeant(said.bestBeforeOn) ?? null,
  useByOn: lastDayMeant(said.useByOn) ?? null,
  retestOn: lastDayMeant(said.retestOn) ?? null,
});

const valuesOf = ({
  supplierLot,
  manufacturer,
  manufacturerLot,
  reference,
}: MadeByHand): Pick<LotValues, 'supplierLot' | 'manufacturer' | 'manufacturerLot' | 'reference'> => ({
  supplierLot,
  manufacturer,
  manufacturerLot,
  reference,
});
