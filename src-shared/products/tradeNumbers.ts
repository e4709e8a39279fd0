import { msg, type Message } from '#shared/kernel/message.ts';
import { numberIssue } from '#shared/kernel/gtin.ts';

/** What is wrong with a number in trade, and what to do; undefined when it is right, or none is given. */
export function issueOfNumber(kind: 'gtin' | 'gln', text: string): Message | undefined {
  const fault = text === '' ? undefined : numberIssue(kind, text);
  if (fault === undefined) return undefined;
  const name = kind.toUpperCase();
  const length = kind === 'gtin' ? msg`8, 12, 13 or 14 digits` : msg`13 digits`;
  return fault === 'length'
    ? msg`“${text}” is no ${name}: it has ${length}. Write it as it stands below the barcode, digits only.`
    : msg`The check digit of the ${name} ${text} does not fit. Compare it with the barcode: a digit is mistyped.`;
}
