import { decimalOf } from './decimals.ts';
import type { Limits } from './limits.ts';

/** So many widths of its tolerance beyond a limit nobody expects a reading: a mark or a unit may be wrong. */
const widths = '5';

/** Whether a reading lies so far outside that it is asked about. Nothing that was measured is ever refused for it. */
export function isImplausible(value: string, { lower, upper, target }: Limits): boolean {
  const [read, low, high, middle] = [value, lower, upper, target].map(decimalOf);
  if (read === undefined) return false;
  if (low !== undefined && high !== undefined) {
    const room = high.minus(low).times(widths);
    return room.gt('0') && (read.lt(low.minus(room)) || read.gt(high.plus(room)));
  }
  const one = high ?? low ?? middle;
  return one !== undefined && !one.eq('0') && read.abs().gt(one.abs().times('10'));
}
