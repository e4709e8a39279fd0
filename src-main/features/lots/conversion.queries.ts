import { sql } from 'kysely';
import { findRecords, type StoredRecord } from '#main/store/saveRecords.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { QueriesOf } from '#main/context/context.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { type LyingLine, toBeListed } from '#shared/lots/conversion.ts';
import { mostListed } from '#shared/lots/vocabulary.ts';
import { productRecord, type ProductValues } from '#shared/products/records.ts';
import { judgeChange, type Tracking, whyNot } from '#shared/products/trackingChange.ts';

/** A conversion as it stands before its list: the product, what lies of it, and why it cannot be. */
export type Conversion = {
  before: StoredRecord<ProductValues>;
  wanted: LyingLine[];
  isFree: boolean;
  refusal: Message | undefined;
};

/** @throws LotlineError NOT_FOUND */
export async function conversionOf(
  read: Pick<Read, 'all' | 'one'>,
  { product: code, ...after }: Tracking & { product: string },
): Promise<Conversion> {
  const [before] = (await findRecords(read, productRecord, [[code]])).values();
  if (before === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'product' });
  const { change } = judgeChange(before.values, after);
  const isFree = change === 'free';
  const lines = isFree ? [] : await read.all(lyingOf, { product: before.id });
  const wanted = toBeListed(lines, before.values, after);
  const refusal =
    !isFree && change !== 'conversion'
      ? whyNot[change]
      : wanted.length > mostListed
        ? msg`More than ${{ count: mostListed }} lines of it lie here. Bring them down before you convert it.`
        : undefined;
  return { before, wanted, isFree, refusal };
}

const lyingOf = query<{ product: number }, LyingLine>(
  (_, { product }) => sql`select p.code as location, p.kind, b.status, u.lot, u.sublot, u.serial, b.quantity
  from unit u join balance b on b.unit_id = u.id join place p on p.id = b.place_id
  where u.product_id = ${product} order by p.code, b.status, u.lot, u.sublot, u.serial`,
);

export const conversionQueries: Pick<QueriesOf<'lots'>, 'previewConversion'> = {
  async previewConversion(asked, { read }) {
    const { before, wanted, isFree, refusal } = await conversionOf(read, asked);
    return {
      product: asked.product,
      version: before.version,
      refusal: refusal ?? ('' as const),
      isFree,
      unitOfMeasure: before.values.unit,
      lines:
        refusal !== undefined
          ? []
          : wanted.map(({ kind: _kind, quantity, ...line }) => ({ ...line, quantity: formatQuantity(quantity) })),
    };
  },
};
