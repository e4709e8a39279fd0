import { categoriesOf } from '#main/features/statuses/rules.queries.ts';
import { definePolicy, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { allowed } from '#shared/kernel/errors.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { judgeDelivery } from '#shared/suppliers/approvals.ts';
import { type ApprovalThatHolds, approvalsThatHold, receiptRulesThatHold } from './approvals.queries.ts';

type Key = readonly [product: string, partner: string];
type Said = {
  category: string;
  approvals: readonly ApprovalThatHolds[];
  rules: ReturnType<typeof receiptRulesThatHold>;
};

/**
 * Goods come from suppliers that are approved for them, as the plant says. Imported is what happened: what came before
 * something was said is judged without it.
 */
export const approvedSuppliers = definePolicy({
  name: 'approved suppliers',
  gather: (movement): Key[] => (isDelivery(movement) ? [keyOf(movement)] : []),
  async load(work, keys): Promise<[Key, Said][]> {
    const rules = receiptRulesThatHold(work.db);
    const partners = new Set(keys.map(([, partner]) => partner));
    // What is said of other suppliers is not read.
    const approvals = new Map([...partners].map((partner) => [partner, approvalsThatHold(work.db, partner)]));
    const isAnySaid = rules.length > 0 || [...approvals.values()].some((said) => said.length > 0);
    const categories = await categoriesOf(work, isAnySaid ? keys.map(([product]) => product) : []);
    return keys.map((key) => {
      const [product, partner] = key;
      return [key, { category: categories.get(product) ?? '', approvals: approvals.get(partner) ?? [], rules }];
    });
  },
  judge(movement, known, { origin }) {
    const said = isDelivery(movement) ? known.get(keyOf(movement)) : undefined;
    if (said === undefined) return allowed;
    const { product, partner, at, offsetMinutes, statusTo: status, rowSerial, document } = movement;
    const isImported = origin === 'imported';
    const held = <T extends { setAt: number }>(all: readonly T[]): readonly T[] =>
      isImported ? all.filter(({ setAt }) => setAt <= at) : all;
    return judgeDelivery(
      {
        partner: partner?.code ?? '',
        product: product.code,
        category: said.category,
        on: dateOf(at, offsetMinutes),
        goods: unitMessage({ ...movement, product: product.code, serial: rowSerial }),
        status,
        document: isImported ? document : undefined,
      },
      { approvals: held(said.approvals), rules: held(said.rules) },
    );
  },
});

/** What is undone never came. */
const isDelivery = ({ kind, isReversal, partner }: PlannedMovement): boolean =>
  kind === 'receipt' && !isReversal && partner !== null;

const keyOf = ({ product, partner }: PlannedMovement): Key => [product.code, partner?.code ?? ''];
