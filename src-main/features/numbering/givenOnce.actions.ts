import type { Read } from '#main/store/views.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { numberingOf, type ProductToNumber, usedNumbers } from './numbers.queries.ts';

type Typed = { product: ProductToNumber; supplier: string; numbers: readonly string[] };

/**
 * Holds numbers of lots that are typed to the scope within which each is given once, beside those of the same command.
 * Within a product a number that is there names the lot that is there: whether that is meant, the caller knows.
 */
export class GivenOnce {
  readonly #work: Pick<Read, 'all'>;
  /** Of which product the lots of this command are, by their scope and number. */
  readonly #named = new Map<string, string>();

  constructor(work: Pick<Read, 'all'>) {
    this.#work = work;
  }

  /** Why one of some numbers cannot be given; undefined where all can. */
  async issueOf({ product, supplier, numbers }: Typed): Promise<Message | undefined> {
    const { uniqueness } = await numberingOf(this.#work, product);
    const { value: scope } = uniqueness;
    if (scope === 'product') return undefined;
    const among = { product, of: 'lots', supplier } as const;
    const own = await usedNumbers(this.#work, { ...among, uniqueness: 'product' }, numbers);
    const used = await usedNumbers(this.#work, { ...among, uniqueness: scope }, numbers);
    for (const number of numbers) {
      if (own.has(number)) continue;
      const named = this.#note(product.code, number, scope === 'global' ? undefined : supplier);
      if (!used.has(number) && (named === undefined || named === product.code)) continue;
      return msg`Lot ${number} is another product’s already, and numbers of lots are given once here. Give ${product.code} another number.`;
    }
    return undefined;
  }

  /** Notes a number; answers of which product this command named it before. Nobody's supplier is no scope. */
  #note(product: string, number: string, supplier: string | undefined): string | undefined {
    if (supplier === '') return undefined;
    const key = `${supplier ?? ''}\u001f${number}`;
    const named = this.#named.get(key);
    this.#named.set(key, product);
    return named;
  }
}
