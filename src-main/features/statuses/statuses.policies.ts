import { cameOf } from '#main/features/holds/origins.queries.ts';
import { unitsOfGoods } from '#main/features/holds/units.queries.ts';
import { definePolicy, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import type { Work } from '#main/store/work.ts';
import { allowed } from '#shared/kernel/errors.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { actsOf, judgeImportedRule, judgeStatus } from '#shared/movements/statusRules.ts';
import type { StatusRule } from '#shared/statuses/rules.ts';
import { categoriesOf, rulesThatHold } from './rules.queries.ts';

/** Goods by their names; with whom they come from just now where they do. */
type GoodsKey = readonly [product: string, lot: string, sublot: string, serial: string];
type Key = GoodsKey | readonly [...GoodsKey, supplier: string];

/**
 * Goods do what the rules let goods of their status do: the standard, and those of the site, their category, their product
 * and all whom they came from. Imported is what happened: what was done before a rule was made was right by it.
 */
export const statusRules = definePolicy({
  name: 'status rules',
  gather: (movement): Key[] => {
    if (actsOf(movement).length === 0) return [];
    const { kind, partner } = movement;
    const goods = goodsOf(movement);
    return kind === 'receipt' && partner !== null ? [goods, [...goods, partner.code]] : [goods];
  },
  async load(work, keys): Promise<[Key, readonly StatusRule[]][]> {
    const rules = rulesThatHold(work.db);
    const suppliers = rules.some(({ level }) => level === 'supplier')
      ? await suppliersOf(work, keys)
      : new Map<string, ReadonlySet<string>>();
    const categories = rules.some(({ level }) => level === 'category')
      ? await categoriesOf(
          work,
          keys.map(([product]) => product),
        )
      : new Map<string, string>();
    return keys.map((key) => {
      const [product] = key;
      const holds = ({ level, code }: StatusRule): boolean =>
        level === 'site' ||
        (level === 'product' && code === product) ||
        (level === 'category' && code === categories.get(product)) ||
        (level === 'supplier' && suppliers.get(textOf(key))?.has(code) === true);
      return [key, rules.filter(holds)];
    });
  },
  judge(movement, rules, { origin }) {
    if (actsOf(movement).length === 0) return allowed;
    const known = rules.get(goodsOf(movement)) ?? [];
    const goods = unitMessage({ ...movement, product: movement.product.code, serial: movement.rowSerial });
    if (origin !== 'imported') return judgeStatus(movement, goods, known);
    return judgeImportedRule(
      movement,
      goods,
      known.filter(({ setAt }) => setAt <= movement.at),
    );
  },
});

const goodsOf = ({ product, lot, sublot, serial }: PlannedMovement): GoodsKey => [product.code, lot, sublot, serial];
const textOf = ([product, lot, sublot, serial]: Key): string => [product, lot, sublot, serial].join(partSeparator);

/** From whom goods came, or are coming just now. */
async function suppliersOf(work: Work, keys: readonly Key[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const goods = keys.filter((key) => key.length === 4);
  const units = goods.map(([product, lot, sublot, serial]) => ({ product, lot, sublot, serial }));
  const came = await cameOf(work, await unitsOfGoods(work, units));
  const suppliers = new Map(
    goods.map((key, index) => [textOf(key), new Set(came[index]?.map(({ supplier }) => supplier))]),
  );
  for (const key of keys) if (key.length === 5) suppliers.get(textOf(key))?.add(key[4]);
  return suppliers;
}
