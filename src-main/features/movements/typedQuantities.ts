import { withRowNumber } from '#main/ledgerStore/refusal.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { counted } from '#shared/kernel/quantity.ts';
import type { MovementInput } from '#shared/movements/contract.ts';
import { inPacks, packsOf, unpacked } from '#shared/products/packUnits.ts';

/**
 * The movements with each quantity in the unit of its product, also where it was typed in what that is packed in.
 * @throws LotlineError NOT_FOUND for a pack that its product has not; VALIDATION
 */
export async function inUnits(
  read: Pick<Read, 'all'>,
  movements: readonly MovementInput[],
): Promise<readonly MovementInput[]> {
  const codes = [...new Set(movements.flatMap((one) => (counted(one.quantity) === undefined ? [] : [one.product])))];
  if (codes.length === 0) return movements;
  const products = new Map((await read.all(packedIn, { codes })).map((row) => [row.code, row]));
  return movements.map((movement, index) => {
    const product = products.get(movement.product);
    // One that is not there is refused as that.
    if (product === undefined || counted(movement.quantity) === undefined) return movement;
    const { unit, packUnits } = product;
    const packs = [{ name: unit, quantity: '1' }, ...packsOf(packUnits ?? '')];
    const typed = inPacks(movement.quantity, packs);
    const refuse = (code: 'NOT_FOUND' | 'VALIDATION', text: ReturnType<typeof msg>) =>
      new LotlineError(code, withRowNumber(index, text), { column: 'quantity', movement: index });
    if (typed === undefined)
      throw refuse(
        'NOT_FOUND',
        msg`There is no ${counted(movement.quantity)?.of ?? ''} of ${product.code}. Choose of: ${packs.map(({ name }) => name).join(', ')}.`,
      );
    const quantity = unpacked(typed.count, typed.pack);
    if (quantity === undefined)
      throw refuse(
        'VALIDATION',
        msg`${movement.quantity} of ${product.code} is more decimals than there are. Type it in ${unit}.`,
      );
    return { ...movement, quantity };
  });
}

const packedIn = query((tables, { codes }: { codes: readonly string[] }, { textsOf }) =>
  tables.selectFrom('product').select(['code', 'unit', 'pack_units as packUnits']).where('code', 'in', textsOf(codes)),
);
