import { withRoom } from '../packing/memory.ts';

/** The product of each unit, as a number given to products in order of their first unit: two bytes until there are 65,535 of them. */
export type Products = {
  /** By node; 0 for runs and twins. */
  numbers: Uint16Array | Uint32Array;
  /** By number; 0 means no product. */
  ids: Int32Array;
  readonly byId: Map<number, number>;
};

export const newProducts = (nodes: number): Products => ({
  numbers: new Uint16Array(nodes + 1),
  ids: new Int32Array(64),
  byId: new Map([[0, 0]]),
});

/** The number of a product, given at its first use. */
export function productNumber(products: Products, product: number): number {
  const known = products.byId.get(product);
  if (known !== undefined) return known;
  const number = products.byId.size;
  products.byId.set(product, number);
  products.ids = withRoom(products.ids, number + 1);
  products.ids[number] = product;
  if (number === 2 ** 16) products.numbers = Uint32Array.from(products.numbers);
  return number;
}

export function setProduct(products: Products, node: number, product: number): void {
  const number = productNumber(products, product);
  products.numbers = withRoom(products.numbers, node + 1);
  products.numbers[node] = number;
}

export const productOf = (products: Products, node: number): number => products.ids[products.numbers[node] ?? 0] ?? 0;

export const productBytes = (products: Products): number =>
  products.numbers.byteLength + products.ids.byteLength + products.byId.size * 40;
