import { type Message, msg } from '#shared/kernel/message.ts';
import { type DecimalText, decimalOf } from './decimals.ts';

export type DecimalMark = '.' | ',';
type Read = { value: DecimalText } | { issue: Message } | undefined;

/** Signs that programs and keyboards write for a minus. */
const minus = /^[\u2212\u2012\u2013\ufe63\uff0d]/u;

/**
 * Reads what was typed or sent as a reading, in the decimals of whoever typed it; undefined where nothing was. With a comma
 * "1,15" is 1.15; where the mark is a dot it is refused and never 115, and the other way round. A unit behind the number
 * is read over where it is the characteristic's own, and refused where it is another.
 */
export function readReading(typed: string, { mark, unit }: { mark: DecimalMark; unit: string }): Read {
  const text = typed.trim().replace(minus, '-');
  if (text === '') return undefined;
  const [, figure = '', behind = ''] = /^([-+]?[\d.,]*)\s*(.*)$/su.exec(text) ?? [];
  if (behind !== '' && behind !== unit)
    return {
      issue:
        figure === ''
          ? msg`${typed.trim()} is no number. Type what the instrument shows.`
          : unit === ''
            ? msg`${behind} is a unit, and this characteristic has none. Type the number alone.`
            : msg`${behind} is not the unit of this characteristic, which is ${unit}. Type the number in ${unit}.`,
    };
  if (figure.includes(mark === '.' ? ',' : '.'))
    return { issue: msg`${figure} has a mark that may group or divide. Write decimals with ${mark}, and no groups.` };
  const value = figure.replace(/^\+/, '').replace(mark, '.');
  // Instruments leave the nought before the mark out.
  const whole = value.replace(/^(-?)\./, '$10.');
  if (decimalOf(whole) === undefined)
    return { issue: msg`${typed.trim()} is no number. Type what the instrument shows.` };
  return { value: whole };
}
