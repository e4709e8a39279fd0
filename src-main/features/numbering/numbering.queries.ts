import { sql } from 'kysely';
import type { QueriesOf } from '#main/context/context.ts';
import { dayOf } from '#main/features/security/identity.queries.ts';
import { query } from '#main/store/query.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { following } from '#shared/numbering/following.ts';
import { readPasted } from '#shared/numbering/pasted.ts';
import { nextOf, parsePattern, seriesOf } from '#shared/numbering/pattern.ts';
import type { NumberingRuleValues } from '#shared/numbering/records.ts';
import type { NumberedKind } from '#shared/numbering/vocabulary.ts';
import { nextNumbers, noPattern } from './numbering.actions.ts';
import type { Read } from '#main/store/views.ts';
import { numberingOf, productToNumber, type ProductToNumber, siteOfPlant, usedNumbers } from './numbers.queries.ts';

/** A rule that was taken back says nothing. */
const rulesThatSay = query<Record<never, never>, NumberingRuleValues>(
  () => sql`select level, code, lot_pattern as "lotPattern", serial_pattern as "serialPattern", uniqueness
  from numbering_rule where lot_pattern || serial_pattern || uniqueness <> ''
  order by case level when 'site' then 0 when 'category' then 1 else 2 end, code`,
);

export const numberingQueries: QueriesOf<'numbering'> = {
  listRules: async (_input, { read }) => ({ rules: await read.all(rulesThatSay) }),

  async ofProduct({ product: code, supplier }, context) {
    const { read, reader } = context;
    const product = await needProduct(read, code);
    const { lots, serials, uniqueness } = await numberingOf(read, product);
    const goods = { product, on: dayOf(reader.db, context), supplier, site: await siteOfPlant(read) };
    const withNext = async (of: NumberedKind, { value: pattern, level }: typeof lots) => {
      try {
        const [next = ''] = (await nextNumbers(read, { ...goods, of }, 1)) ?? [];
        return { pattern, level, next, message: '' as const };
      } catch (error) {
        if (!isLotlineError(error)) throw error;
        return { pattern, level, next: '', message: error.text };
      }
    };
    return { lots: await withNext('lots', lots), serials: await withNext('serials', serials), uniqueness };
  },

  async tryPattern({ pattern: text, product }, context) {
    const parsed = parsePattern(text);
    if ('issue' in parsed) return { numbers: [], message: parsed.issue };
    const on = dayOf(context.reader.db, context);
    const code = product === '' ? 'PRODUCT' : product;
    const found = seriesOf(parsed.pattern, { on, product: code, supplier: 'SUPPLIER', site: 'SITE' });
    if ('issue' in found) return { numbers: [], message: found.issue };
    const { numbers } = await nextOf(found.series, 0n, 2, async () => new Set());
    return { numbers, message: '' };
  },

  async plan({ product: code, of, supplier, from }, context) {
    const { read, reader } = context;
    const product = await needProduct(read, code);
    const { uniqueness } = await numberingOf(read, product);
    const usedAmong = (numbers: readonly string[]) =>
      usedNumbers(read, { product, of, supplier, uniqueness: uniqueness.value }, numbers);
    const planned = async (rows: readonly { line: number; number: string; quantity: string }[]) => {
      const used = await usedAmong(rows.map(({ number }) => number));
      return rows.map((row) => ({ ...row, used: used.has(row.number) }));
    };
    const oneEach = (numbers: readonly string[]) =>
      numbers.map((number, index) => ({ line: index + 1, number, quantity: '1' }));
    const refusedAs = (message: Message) => ({ numbers: [], issues: [{ line: 1, message }] });
    if ('text' in from) {
      const { numbers, issues } = readPasted(from.text, of);
      return { numbers: await planned(numbers), issues: issues.map(({ line, text }) => ({ line, message: text })) };
    }
    if ('first' in from) {
      const made = following(from.first, from.count);
      return 'issue' in made ? refusedAs(made.issue) : { numbers: await planned(oneEach(made.numbers)), issues: [] };
    }
    const goods = { product, of, on: dayOf(reader.db, context), supplier, site: await siteOfPlant(read) };
    const numbers = await nextNumbers(read, goods, from.count);
    if (numbers === undefined) return refusedAs(noPattern(code));
    return { numbers: oneEach(numbers).map((row) => ({ ...row, used: false })), issues: [] };
  },
};

async function needProduct(read: Read, code: string): Promise<ProductToNumber> {
  const product = await read.one(productToNumber, { code });
  if (product === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'product' });
  return product;
}
