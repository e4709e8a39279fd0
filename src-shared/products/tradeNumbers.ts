import { numberIssue } from '#shared/kernel/gtin.ts';

/** What is wrong with a number in trade, and what to do; undefined when it is right, or none is given. */
export function issueOfNumber(kind: 'gtin' | 'gln', text: string): string | undefined {
  const fault = text === '' ? undefined : numberIssue(kind, text);
  if (fault === undefined) return undefined;
  const name = kind.toUpperCase();
  const length = kind === 'gtin' ? '8, 12, 13 or 14 digits' : '13 digits';
  return fault === 'length'
    ? `“${text}” is no ${name}: it has ${length}. Write it as it stands below the barcode, digits only.`
    : `The check digit of the ${name} ${text} does not fit. Compare it with the barcode: a digit is mistyped.`;
}
