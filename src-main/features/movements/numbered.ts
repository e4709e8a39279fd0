import type { CommandContext } from '#main/context/context.ts';
import { GivenOnce } from '#main/features/numbering/givenOnce.actions.ts';
import { takeNumbers } from '#main/features/numbering/numbering.actions.ts';
import { productToNumber, type ProductToNumber, siteAt } from '#main/features/numbering/numbers.queries.ts';
import { withRowNumber } from '#main/ledgerStore/refusal.ts';
import { dateOf, parseMomentWithOffset } from '#shared/kernel/dates.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { neat } from '#shared/kernel/text.ts';
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
  readonly #once: GivenOnce;
  readonly #typed: ReadonlySet<string>;

  constructor(context: Pick<CommandContext, 'work' | 'now' | 'offsetMinutes'>, said: readonly MovementInput[]) {
    this.#context = context;
    this.#once = new GivenOnce(context.work);
    this.#typed = new Set(said.map(({ lot }) => neat(lot)));
  }

  async number(movement: MovementInput, index: number): Promise<MovementInput> {
    const { work } = this.#context;
    const product = comes.includes(movement.kind) ? await this.#product(movement.product) : undefined;
    if (product === undefined || product.lotTracking === 'none') return movement;
    try {
      if (movement.lot !== '') {
        const supplier = movement.kind === 'receipt' ? movement.partner : '';
        const issue = await this.#once.issueOf({ product, supplier, numbers: [movement.lot] });
        if (issue !== undefined) throw new LotlineError('DUPLICATE', issue, { column: 'lot' });
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
      const [lot] = (await takeNumbers(work, goods, 1, this.#typed)) ?? [];
      if (lot === undefined) return movement;
      this.given.push({ movement: index, lot });
      return { ...movement, lot };
    } catch (error) {
      if (!isLotlineError(error)) throw error;
      throw new LotlineError(error.code, withRowNumber(index, error.text), { ...error.details, movement: index });
    }
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
