import { query } from '#main/store/query.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Read } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { nextOf, type NumberedGoods, parsePattern, type Series, seriesOf } from '#shared/numbering/pattern.ts';
import { numberSeriesRecord } from '#shared/numbering/records.ts';
import type { NumberedKind, Uniqueness } from '#shared/numbering/vocabulary.ts';
import { numberingOf, type ProductToNumber, usedNumbers } from './numbers.queries.ts';

/** Goods to be numbered: on which day, and of whom and where, which a pattern may name. */
export type ToNumber = { product: ProductToNumber; of: NumberedKind } & Pick<NumberedGoods, 'on' | 'supplier' | 'site'>;

/**
 * The numbers that so many goods get, counted on in the caller's unit of work: a command that is refused uses none up.
 * Undefined where the product has no pattern, so that numbers are typed; those that the same command has typed (`besides`)
 * are given already.
 * @throws LotlineError VALIDATION where the pattern names what is not given
 */
export async function takeNumbers(
  work: Work,
  goods: ToNumber,
  wanted: number,
  besides: ReadonlySet<string>,
): Promise<string[] | undefined> {
  const counted = await countNumbers(work, goods, wanted, besides);
  if (counted === undefined) return undefined;
  const { before, after } = counted.series;
  saveRecord(work, numberSeriesRecord, { before, after, last: Number(counted.last) });
  return counted.numbers;
}

/** The numbers that would come next, written down nowhere. */
export const nextNumbers = async (read: Read, goods: ToNumber, wanted: number): Promise<string[] | undefined> =>
  (await countNumbers(read, goods, wanted, new Set()))?.numbers;

export const noPattern = (product: string): Message =>
  msg`${product} has no pattern to number by. Type a first number, or give it a pattern under Numbering.`;

async function countNumbers(
  read: Pick<Read, 'one' | 'all'>,
  goods: ToNumber,
  wanted: number,
  besides: ReadonlySet<string>,
) {
  const found = await seriesFor(read, goods);
  if (found === undefined) return undefined;
  const { series, uniqueness } = found;
  const stored = await read.one(countOf, series);
  const counted = await nextOf(
    series,
    BigInt(stored?.last ?? 0),
    wanted,
    async (tried) => new Set([...(await usedNumbers(read, { ...goods, uniqueness }, tried)), ...besides]),
  );
  return { series, ...counted };
}

async function seriesFor(
  read: Pick<Read, 'all'>,
  { product, of, ...goods }: ToNumber,
): Promise<{ series: Series; uniqueness: Uniqueness } | undefined> {
  const numbering = await numberingOf(read, product);
  const { value } = numbering[of];
  if (value === '') return undefined;
  const parsed = parsePattern(value);
  // A rule is judged before it is saved.
  if ('issue' in parsed) throw new LotlineError('VALIDATION', parsed.issue);
  const found = seriesOf(parsed.pattern, { ...goods, product: product.code });
  if ('issue' in found)
    throw new LotlineError('VALIDATION', msg`${product.code} is numbered ${value}: ${found.issue}`, { field: 'lot' });
  return { series: found.series, uniqueness: numbering.uniqueness.value };
}

const countOf = query((tables, { before, after }: Pick<Series, 'before' | 'after'>) =>
  tables.selectFrom('number_series').select('last').where('before', '=', before).where('after', '=', after),
);
