import { parseQuantity } from '#shared/kernel/quantity.ts';
import type { RecallView } from './contract.ts';

type Product = RecallView['products'][number];

/** So much of a product, in micro units; never added to another product's. */
export type Goods = { product: string; unitOfMeasure: string; quantity: bigint };

const micro = (quantity: string): bigint => parseQuantity(quantity) ?? 0n;

const figures = {
  atCustomers: ({ shipped, returned }: Product) => micro(shipped) - micro(returned),
  onHand: ({ onHand }: Product) => micro(onHand),
  inProcess: ({ inProcess }: Product) => micro(inProcess),
  missing: ({ missing }: Product) => micro(missing),
  found: ({ found }: Product) => micro(found),
};
export type GoodsFigure = keyof typeof figures;

/** A figure of a recall, of each product that has any: jars and bottles are both counted in pieces and are not one thing. */
export const goodsOf = (products: readonly Product[], figure: GoodsFigure): Goods[] =>
  products
    .map((product) => ({
      product: product.product,
      unitOfMeasure: product.unitOfMeasure,
      quantity: figures[figure](product),
    }))
    .filter(({ quantity }) => quantity !== 0n);
