import { parseQuantity } from '#shared/kernel/quantity.ts';
import { balanceOf, type Flow, percentLeft } from './figures.ts';

/** An adjustment without a reason. */
export const isUnexplained = ({ reason }: { reason: string }): boolean => reason.trim() === '';

/** The mass balance of a product's affected goods, in micro units: in = consumed + out + here + explained + unexplained. */
export type Balance = {
  in: bigint;
  /** Net of production returns; what is in process is a part of it. */
  consumed: bigint;
  out: bigint;
  here: bigint;
  inProcess: bigint;
  /** Stock differences as they lower stock: below zero where more was found than should be there. */
  explained: bigint;
  unexplained: bigint;
};

/**
 * The balance of what affected units of one product hold together. Figures that count from a moment on (a dated recall)
 * leave out how the goods came that lay in a unit before: what is there beyond the figures counts as come in, so that
 * nothing is here that never came.
 */
export function massBalance({ flow, onHand, inProcess }: { flow: Flow; onHand: bigint; inProcess: bigint }): Balance {
  const before = onHand - balanceOf(flow);
  return {
    in: flow.opening + flow.received + flow.produced + flow.returned + before,
    consumed: flow.consumed,
    out: flow.shipped + flow.returnedToSupplier + flow.scrapped + flow.sampled,
    here: onHand,
    inProcess,
    explained: flow.unexplained - flow.adjusted,
    unexplained: -flow.unexplained,
  };
}

/** A balance as an answer writes it out. */
export function readBalance(said: Readonly<Record<keyof Balance, string>>): Balance {
  const micro = (part: keyof Balance): bigint => parseQuantity(said[part]) ?? 0n;
  return {
    in: micro('in'),
    consumed: micro('consumed'),
    out: micro('out'),
    here: micro('here'),
    inProcess: micro('inProcess'),
    explained: micro('explained'),
    unexplained: micro('unexplained'),
  };
}

/** How much of what came in is accounted for: 100 × (1 − |unexplained| ÷ in), rounded down to two decimals. */
export const balancePercent = (balance: Pick<Balance, 'in' | 'unexplained'>): string =>
  percentLeft(balance.in, balance.unexplained < 0n ? -balance.unexplained : balance.unexplained);

/** The parts of a balance in the order they are drawn: what was used up apart from what is still in production. */
export const balanceParts = ['used', 'inProcess', 'out', 'here', 'explained', 'unexplained'] as const;
export type BalancePart = (typeof balanceParts)[number];
type DrawnPart = { part: BalancePart; quantity: bigint; share: number };

const quantityOf = (balance: Balance, part: BalancePart): bigint =>
  part === 'used' ? balance.consumed - balance.inProcess : balance[part];

/**
 * A part as a share of what came in, 0.25 for a quarter; below zero where more was found. All parts of a balance
 * together are 1. Undefined where nothing came in.
 */
export const shareOfIn = (balance: Balance, part: BalancePart): number | undefined =>
  balance.in === 0n ? undefined : inMillionths(quantityOf(balance, part), balance.in);

/** Six digits are finer than any screen; quantities themselves may be beyond what a double holds. */
const inMillionths = (quantity: bigint, whole: bigint): number => Number((quantity * 1_000_000n) / whole) / 1_000_000;

/**
 * A balance as a stacked bar: each part with its share of the bar's length, 0 to 1. Where more was found than came in,
 * the parts are longer than what came in: `cameIn` is where that ends.
 */
export function balanceBar(balance: Balance): { parts: DrawnPart[]; cameIn: number } {
  const parts = balanceParts
    .map((part) => ({ part, quantity: quantityOf(balance, part) }))
    .filter(({ quantity }) => quantity > 0n);
  const drawn = parts.reduce((sum, { quantity }) => sum + quantity, 0n);
  const whole = drawn > balance.in ? drawn : balance.in;
  const shareOf = (quantity: bigint): number => (whole === 0n ? 0 : inMillionths(quantity, whole));
  return { parts: parts.map((part) => ({ ...part, share: shareOf(part.quantity) })), cameIn: shareOf(balance.in) };
}
