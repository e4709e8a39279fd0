import type { Severity, SwitchingScheme } from '../vocabulary.ts';

/** Where a series of lots stands, for one class of nonconformities. */
export type Switching = {
  severity: Severity;
  /** Sampling is discontinued until the supplier has acted. */
  isStopped: boolean;
  /** Of the last lots under this severity, newest last, whether each was accepted. */
  last: readonly boolean[];
  /** Of tightened inspection: how many lots were not accepted since it began. */
  notAccepted: number;
  /** Of normal inspection under ISO 2859-1: the switching score. */
  score: number;
  /** Of normal inspection under MIL-STD-105E: lots accepted in a row, and what was found in them. */
  inRow: number;
};

export const atBeginning: Switching = {
  severity: 'normal',
  isStopped: false,
  last: [],
  notAccepted: 0,
  score: 0,
  inRow: 0,
};

/** The result of a lot that was inspected for the first time: lots that come again count for nothing. */
export type LotResult = {
  isAccepted: boolean;
  /** Of reduced plans: between acceptance and rejection, which accepts the lot and ends reduced inspection. */
  isBetween?: boolean;
  /** The acceptance number of the plan, and whether the lot would be accepted one quality limit tighter. */
  accept: number;
  passesTighter: boolean;
};

/** What people say of the process. Reduced inspection asks for steady production and approval. */
export type Said = { isSteady: boolean; mayReduce: boolean; isWithinLimitNumbers: boolean };
const nothingSaid: Said = { isSteady: true, mayReduce: false, isWithinLimitNumbers: true };

const mostRemembered = 10;
const stopsAt = 5;

const begun = (severity: Severity): Switching => ({ ...atBeginning, severity });

/**
 * Where a series stands after another lot (MIL-STD-105E, 4.7 and 4.8; ISO 2859-1, 9): two of five or fewer not accepted
 * tighten, five in a row accepted end that, five not accepted while tightened stop. What reduces is the scheme's own:
 * ten lots in a row within the limit numbers, or a score of thirty.
 */
export function afterLot(
  before: Switching,
  result: LotResult,
  scheme: SwitchingScheme,
  said: Said = nothingSaid,
): Switching {
  if (scheme === 'none' || before.isStopped) return before;
  const last = [...before.last, result.isAccepted].slice(-mostRemembered);
  switch (before.severity) {
    case 'tightened': {
      const notAccepted = before.notAccepted + (result.isAccepted ? 0 : 1);
      if (notAccepted >= stopsAt) return { ...begun('tightened'), notAccepted, isStopped: true };
      if (last.length >= 5 && last.slice(-5).every((one) => one)) return begun('normal');
      return { ...before, last, notAccepted };
    }
    case 'reduced':
      if (!result.isAccepted || result.isBetween === true || !said.isSteady) return begun('normal');
      return { ...before, last };
    case 'normal': {
      if (last.slice(-5).filter((one) => !one).length >= 2) return begun('tightened');
      const score = scoreAfter(before.score, result);
      const inRow = result.isAccepted ? before.inRow + 1 : 0;
      const isGood = scheme === 'ISO 2859-1' ? score >= 30 : inRow >= 10 && said.isWithinLimitNumbers;
      if (isGood && said.isSteady && said.mayReduce) return begun('reduced');
      return { ...before, last, score, inRow };
    }
  }
}

function scoreAfter(before: number, { isAccepted, accept, passesTighter }: LotResult): number {
  if (!isAccepted) return 0;
  if (accept <= 1) return before + 2;
  return passesTighter ? before + 3 : 0;
}

/** After the supplier has acted inspection begins again, tightened. */
export const resumed = (before: Switching): Switching => (before.isStopped ? begun('tightened') : before);
