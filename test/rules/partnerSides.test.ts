import { expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { movementKinds } from '#shared/movements/vocabulary.ts';
import { sideIn, wrongSide } from '#shared/movements/partnerSides.ts';

it('who delivers and gets goods back is a supplier, who is supplied and sends back a customer', () => {
  const said = movementKinds.map((kind) => [kind, sideIn(kind)]).filter(([, side]) => side !== undefined);
  expect(Object.fromEntries(said)).toEqual({
    receipt: 'supplier',
    'supplier-return': 'supplier',
    shipment: 'customer',
    'customer-return': 'customer',
  });
});

it('a partner is told where a document names it as what it only is not', () => {
  const told = (kind: 'supplier' | 'customer' | 'both', side: 'supplier' | 'customer') => {
    const message = wrongSide({ code: 'MILL', kind }, { side, document: 'GR-1' });
    return message === undefined ? undefined : inEnglish(message);
  };
  expect(told('customer', 'supplier')).toMatch(/^GR-1: MILL is named as the supplier and is only a customer/);
  expect(told('supplier', 'customer')).toMatch(/^GR-1: MILL is named as the customer and is only a supplier/);
  for (const side of ['supplier', 'customer'] as const)
    expect([told(side, side), told('both', side)]).toEqual([undefined, undefined]);
});
