import type { ReactNode } from 'react';
import { Quantity } from '#renderer/components/figures.tsx';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { Goods } from '#shared/recalls/goods.ts';

/** So much of a product: the quantity with its unit, then the product, so that unlike things never look like one sum. */
export const GoodsText = ({ goods: { product, unitOfMeasure, quantity } }: { goods: Goods }): ReactNode => (
  <>
    <Quantity value={formatQuantity(quantity)} unit={unitOfMeasure} /> <span className="mono nowrap">{product}</span>
  </>
);
