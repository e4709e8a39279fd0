import { msg } from '#shared/kernel/message.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';

/** What of a movement a reversal must mirror. Places are codes, "" outside the plant. */
export type Reversible = {
  kind: string;
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  quantity: number;
  from: string;
  to: string;
  statusFrom: string;
  statusTo: string;
  workOrder: string;
  run: string;
  partner: string;
  /** In microseconds. */
  at: number;
  isReversal: boolean;
  isReversed: boolean;
};

/** Whether a movement may be undone at all: once, and a reversal never. */
export function judgeReversible(original: Pick<Reversible, 'isReversal' | 'isReversed'>): Verdict {
  if (original.isReversal)
    return refused('ILLEGAL_TRANSITION', msg`A reversal cannot be reversed. Post the movement again instead.`);
  if (original.isReversed) return refused('ILLEGAL_TRANSITION', msg`This movement was reversed already.`);
  return allowed;
}

/**
 * Whether a row is the exact opposite of the movement it reverses, not before it, and of the same work order, run and
 * partner; those it may leave blank.
 */
export function judgeReversal(original: Reversible, reversal: Omit<Reversible, 'isReversal' | 'isReversed'>): Verdict {
  const verdict = judgeReversible(original);
  if (!verdict.ok) return verdict;
  const pairs: [string, string | number, string | number][] = [
    ['kind', original.kind, reversal.kind],
    ['product', original.product, reversal.product],
    ['lot', original.lot, reversal.lot],
    ['sublot', original.sublot, reversal.sublot],
    ['serial', original.serial, reversal.serial],
    ['quantity', original.quantity, reversal.quantity],
    ['from', original.to, reversal.from],
    ['to', original.from, reversal.to],
    ['status_from', original.statusTo, reversal.statusFrom],
    ['status', original.statusFrom, reversal.statusTo],
  ];
  const different = pairs.find(([, expected, found]) => expected !== found);
  if (different !== undefined)
    return refused(
      'CONFLICT',
      msg`A reversal has the kind, goods and quantity of the movement it undoes, with its ends and statuses swapped.`,
      { column: different[0] },
    );
  if (reversal.at < original.at)
    return refused(
      'ILLEGAL_TRANSITION',
      msg`A reversal cannot happen before the movement it undoes, which happened at ${{ moment: formatMoment(original.at) }}. Correct the time.`,
      { column: 'at' },
    );
  return judgeBelonging(original, reversal);
}

type Belonging = Pick<Reversible, 'workOrder' | 'run' | 'partner'>;

function judgeBelonging(original: Belonging, reversal: Belonging): Verdict {
  const named = [
    ['work_order', original.workOrder, reversal.workOrder],
    ['run', original.run, reversal.run],
    ['partner', original.partner, reversal.partner],
  ] as const;
  const other = named.find(([, expected, found]) => found !== '' && found !== expected);
  if (other === undefined) return allowed;
  const [column, expected, found] = other;
  return refused('CONFLICT', (expected === '' ? hasNone : isOfAnother)[column](found, expected), { column });
}

const hasNone = {
  work_order: (found: string) =>
    msg`The movement this row undoes has no work order, not ${found}. Correct it, or leave it blank.`,
  run: (found: string) => msg`The movement this row undoes has no run, not ${found}. Correct it, or leave it blank.`,
  partner: (found: string) =>
    msg`The movement this row undoes has no partner, not ${found}. Correct it, or leave it blank.`,
};

const isOfAnother = {
  work_order: (found: string, own: string) =>
    msg`The movement this row undoes is of work order ${own}, not ${found}. Correct it, or leave it blank.`,
  run: (found: string, own: string) =>
    msg`The movement this row undoes is of run ${own}, not ${found}. Correct it, or leave it blank.`,
  partner: (found: string, own: string) =>
    msg`The movement this row undoes is of partner ${own}, not ${found}. Correct it, or leave it blank.`,
};
