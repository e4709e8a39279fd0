import type { CommandContext } from '#main/context/context.ts';
import { takeNumbers } from '#main/features/numbering/numbering.actions.ts';
import {
  numberingOf,
  productToNumber,
  type ProductToNumber,
  siteAt,
  usedNumbers,
} from '#main/features/numbering/numbers.queries.ts';
import { withRowNumber } from '#main/ledgerStore/refusal.ts';
import type { Work } from '#main/store/work.ts';
import { dateOf, parseMomentWithOffset } from '#shared/kernel/dates.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { MovementInput } from '#shared/movements/contract.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { LotTracking } from '#shared/products/vocabulary.ts';

/** A lot that was numbered here, by the movement of the command that brings it. */
export type NumberedLot = { movement: number; lot: string };

/** What brings goods into the plant for the first time. */
const comes: readonly MovementKind[] = ['opening', 'receipt', 'output'];
const needsLot: readonly LotTracking[] = ['mandatory', 'lot-sublot'];

/**
 * Goods that come without a lot they must have get the next number of their product's pattern; a lot that is typed is
 * held to the scope within which its number is given once.
 */
export class LotNumbers {
  readonly given: NumberedLot[] = [];
  readonly #context: Pick<CommandContext, 'work' | 'now' | 'offsetMinutes'>;
  readonly #products = new Map<string, (ProductToNumber & { lotTracking: LotTracking }) | undefined>();
  /** Which product a new lot of this command is of, where its number is given once in the plant. */
  readonly #named = new Map<string, string>();

  constructor(context: Pick<CommandContext, 'work' | 'now' | 'offsetMinutes'>) {
    this.#context = context;
  }

  async number(movement: MovementInput, index: number): Promise<MovementInput> {
    const { work } = this.#context;
    const product = comes.includes(movement.kind) ? await this.#product(movement.product) : undefined;
    if (product === undefined || product.lotTracking === 'none') return movement;
    try {
      if (movement.lot !== '') {
        await this.#insistOnNew(work, movement, product);
        return movement;
      }
      if (!needsLot.includes(product.lotTracking)) return movement;
      const supplier = movement.kind === 'receipt' ? movement.partner : '';
      const goods = {
        product,
        of: 'lots',
        on: this.#dayOf(movement),
        supplier,
        site: await siteAt(work, movement.to),
      } as const;
      const [lot] = (await takeNumbers(work, goods, 1)) ?? [];
      if (lot === undefined) return movement;
      this.given.push({ movement: index, lot });
      return { ...movement, lot };
    } catch (error) {
      if (!isLotlineError(error)) throw error;
      throw new LotlineError(error.code, withRowNumber(index, error.text), { ...error.details, movement: index });
    }
  }

  async #insistOnNew(work: Work, { lot, partner, kind }: MovementInput, product: ProductToNumber): Promise<void> {
    const { uniqueness } = await numberingOf(work, product);
    if (uniqueness.value === 'product') return;
    const own = await usedNumbers(work, { product, of: 'lots', supplier: '', uniqueness: 'product' }, [lot]);
    if (own.has(lot)) return;
    const supplier = kind === 'receipt' ? partner : '';
    const used = await usedNumbers(work, { product, of: 'lots', supplier, uniqueness: uniqueness.value }, [lot]);
    const named = uniqueness.value === 'global' ? this.#named.get(lot) : undefined;
    this.#named.set(lot, product.code);
    if (!used.has(lot) && (named === undefined || named === product.code)) return;
    throw new LotlineError(
      'DUPLICATE',
      msg`Lot ${lot} is another product’s already, and numbers of lots are given once here. Give ${product.code} another number.`,
      { column: 'lot' },
    );
  }

  #dayOf({ at }: MovementInput): string {
    const time = at === undefined ? undefined : parseMomentWithOffset(at);
    return time === undefined
      ? dateOf(this.#context.now, this.#context.offsetMinutes)
      : dateOf(time.moment, time.offsetMinutes);
  }

  async #product(code: string) {
    if (!this.#products.has(code)) this.#products.set(code, await this.#context.work.one(productToNumber, { code }));
    return this.#products.get(code);
  }
}
