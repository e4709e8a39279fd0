import { type MovementDraft, movementDraft } from '#main/ledger/movementDraft.ts';
import type { Outputs } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { Merged } from '#shared/lots/contract.ts';
import { type AllLotDates, dateFields } from '#shared/lots/dates.ts';
import { type LotValues } from '#shared/lots/records.ts';
import { blankLot } from './lots.actions.ts';
import { loweredIn, type MergePlan, planMerge, same, type Taken } from './merge.queries.ts';
import { Regroup, type RegroupContext } from './regroup.actions.ts';

type Reply = Outputs['lots']['merge'];
type Name = { lot: string; sublot: string };

/** Makes goods one lot that are alike, which decides nothing. @throws LotlineError FORBIDDEN where they are not */
export async function mergeAlike(asked: Merged, context: RegroupContext): Promise<Reply> {
  const plan = await planMerge(context.work, asked, context);
  if (!plan.areAlike)
    throw new LotlineError(
      'FORBIDDEN',
      msg`These goods differ in status or dates: merged, all have the worst and the earliest. Decide that, and sign it.`,
      { permission: 'status' },
    );
  return carryOut(plan, asked, context, '');
}

export const numberOf = ({ lot, sublot }: Name): string => (sublot === '' ? lot : `${lot} / ${sublot}`);
export const nameOfLot = (product: string, { lot, sublot }: Name): string => [product, lot, sublot].join('\u001f');

/** The lots a merge rests on. */
export const lotsOf = ({ from, own, before, into }: MergePlan): Name[] => [
  ...from,
  ...own,
  ...(before === undefined ? [] : [into]),
];

/** Lowers what is better than the worst, and then makes all of it one lot. */
export async function carryOut(
  plan: MergePlan,
  asked: Merged,
  context: RegroupContext,
  reason: string,
): Promise<Reply> {
  const { work } = context;
  const { product, location, from, own, status } = plan;
  const regroup = new Regroup(context, product);
  await regroup.load([location], lotsOf(plan));
  const into = plan.before === undefined ? await newLot(plan, asked, regroup) : plan.into;
  regroup.book.save(mergedLot(plan, into, regroup));
  const document = `MG-${work.journal.entrySeq}`;
  const draft = draftsOf(regroup, { document, location, reason });
  const lowered = await regroup.post(
    loweredIn(plan).map((line, index) =>
      draft(
        line,
        { kind: 'status', lot: line.lot, sublot: line.sublot, statusFrom: line.status, statusTo: status },
        index,
      ),
    ),
    'decided',
  );
  const merged = await regroup.post(
    from.map((line, index) =>
      draft(
        line,
        {
          ...{ kind: 'assign', lot: into.lot, sublot: into.sublot, source: { lot: line.lot, sublot: line.sublot } },
          ...{ statusFrom: status, statusTo: status, unitCost: costOf([...from, ...own]) },
        },
        lowered.length + index,
      ),
    ),
    'posted',
  );
  const movements = [...lowered, ...merged];
  const quantity = formatQuantity(sumOf([...from, ...own]));
  const lots = [{ product: product.code, lot: into.lot, sublot: into.sublot, location, status, quantity }];
  return { document, lots, movements, findings: regroup.findings() };
}

async function newLot({ from, location }: MergePlan, { lot, sublot }: Merged, regroup: Regroup): Promise<Name> {
  const [suppliers, lots] = [from.map(({ supplier }) => supplier), from.map((line) => line.lot)];
  const [name] = await regroup.newNames([{ lot, sublot }], {
    beside: same(lots) ?? '',
    supplier: same(suppliers) ?? '',
    location,
  });
  if (name === undefined) throw new Error('no name for the merged lot');
  return name;
}

/** Of the lot that goods become: what all of them have in common, or what it says already; and the earliest dates. */
function mergedLot({ product, from, before, dates }: MergePlan, into: Name, { book }: Regroup): LotValues {
  const { id } = product;
  const name = { lot: into.lot, sublot: into.sublot };
  const all = from.map(
    ({ lot, sublot }) => book.find(id, lot, sublot) ?? book.find(id, lot, '') ?? blankLot(id, lot, sublot),
  );
  const first = all.filter(({ expiresOn }) => expiresOn === dates.expiresOn);
  const expiresWith = same(first.map((values) => values.expiresWith)) ?? null;
  if (before !== undefined) {
    const values = book.find(id, into.lot, into.sublot) ?? blankLot(id, into.lot, into.sublot);
    const earlier: Partial<AllLotDates> = {};
    // What a sublot has from its lot stays there.
    for (const field of dateFields) if (dates[field] !== before[field]) earlier[field] = dates[field];
    return { ...values, ...earlier, ...(earlier.expiresOn === undefined ? {} : { expiresWith }) };
  }
  const common = <K extends 'supplierId' | 'supplierLot' | 'manufacturer' | 'manufacturerLot' | 'reference'>(
    field: K,
  ) => same(all.map((values) => values[field]));
  return {
    ...blankLot(id, '', ''),
    ...dates,
    supplierId: common('supplierId') ?? null,
    supplierLot: common('supplierLot') ?? '',
    manufacturer: common('manufacturer') ?? '',
    manufacturerLot: common('manufacturerLot') ?? '',
    reference: common('reference') ?? '',
    expiresWith,
    ...name,
  };
}

type Made = Pick<MovementDraft, 'kind' | 'lot' | 'sublot' | 'statusFrom' | 'statusTo'> & Partial<MovementDraft>;

const draftsOf =
  ({ context, catalogue, product }: Regroup, said: { document: string; location: string; reason: string }) =>
  ({ taken: quantity }: Taken, made: Made, index: number): MovementDraft => {
    const place = catalogue.place(said.location) ?? null;
    return movementDraft({
      ...{ at: context.now, offsetMinutes: context.offsetMinutes, document: said.document, line: String(index + 1) },
      ...{ product, quantity, from: place, to: place, reason: said.reason, row: index, ...made },
    });
  };

export const sumOf = (all: readonly Taken[]): bigint => all.reduce((sum, { taken }) => sum + BigInt(taken), 0n);

/** What a piece of it cost, by how much is of which lot; null where that of any is not recorded. */
function costOf(all: readonly Taken[]): number | null {
  let value = 0n;
  for (const { cost, taken } of all) {
    if (cost === null) return null;
    value += BigInt(cost) * BigInt(taken);
  }
  const sum = sumOf(all);
  return sum === 0n ? null : Number((value + sum / 2n) / sum);
}
