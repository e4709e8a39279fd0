import type { Outputs } from '#shared/contract.ts';
import type { Opened } from './open.ts';

type Goods = { product: string };
/** A quantity with its product's unit of measure behind it. */
export type Measured = (row: Goods & { quantity: string }) => string;

/** Looks up the units of measure of the products in rows for people. */
export async function measuredOf({ ask }: Opened, ...lists: readonly (readonly Goods[])[]): Promise<Measured> {
  const units = new Map<string, string>();
  for (const { product } of lists.flat()) {
    if (units.has(product)) continue;
    const { unit } = await ask<Outputs['products']['get']>('products.get', { code: product });
    units.set(product, unit);
  }
  return ({ product, quantity }) => `${quantity} ${units.get(product) ?? ''}`.trim();
}
