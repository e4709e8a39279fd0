import { isPlainDate, type PlainDate } from './dates.ts';

/** The goods a barcode of the health industry describes; `product` is the maker's own number of them. */
export type Hibc = {
  product?: string;
  lot?: string;
  serial?: string;
  manufacturedOn?: PlainDate;
  expiresOn?: PlainDate;
  fault?: 'check-digit';
};

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/**
 * Reads a barcode of the health industry: `+A123PRODUCT1C`, the goods; `+A123PRODUCT1/$$3261231LOTC`, with a lot or serial;
 * `+$$3261231LOTLC`, those alone. Its last sign checks the others.
 * Source: ANSI/HIBC 2.6, sections 2.2 to 2.4 and appendix B.
 *
 * @returns undefined when the text does not look like such a barcode at all
 */
export function readHibc(text: string): Hibc | undefined {
  const sent = text.toUpperCase();
  // The sign that checks may be a blank, which is lost on the way.
  const code = !isChecked(sent) && isChecked(`${sent} `) ? `${sent} ` : sent;
  const shape = /^\+(?:[A-Z][A-Z0-9]{3}([A-Z0-9]{1,18})\d(?:\/(.+))?|(\$.+|\d{5}.+).).$/.exec(code);
  if (shape === null) return undefined;
  if (!isChecked(code)) return { fault: 'check-digit' };
  const [, product, behind, alone] = shape;
  // A secondary barcode alone has the check sign of the goods' primary barcode before its own.
  const [first = '', ...more] = (behind ?? alone ?? '').split('/');
  const said: Hibc = { ...(product === undefined ? {} : { product }), ...secondary(first) };
  for (const part of more) {
    const [, serial] = /^S(.+)$/.exec(part) ?? [];
    const [, kind, date] = /^(1[46])D(\d{8})$/.exec(part) ?? [];
    if (serial !== undefined) said.serial = serial;
    if (date === undefined) continue;
    const { expiresOn: day } = expiring(date);
    if (day !== undefined) said[kind === '14' ? 'expiresOn' : 'manufacturedOn'] = day;
  }
  return said;
}

/** Whether the last sign is the sum of the others. */
function isChecked(code: string): boolean {
  const sum = [...code.slice(0, -1)].reduce((total, sign) => total + alphabet.indexOf(sign), 0);
  return alphabet[sum % alphabet.length] === code.at(-1);
}

/** Lot or serial, and before it the day the goods expire, in one of seven ways to write it. */
function secondary(part: string): Hibc {
  const [, dated, isSerial, rest = ''] = /^\$(\$?)(\+?)(.*)$/.exec(part) ?? [];
  if (dated === undefined) {
    const [, written = '', lot = ''] = /^(\d{5})(.*)$/.exec(part) ?? [];
    return { ...dayOfYear(written), ...numbered('lot', lot) };
  }
  if (dated === '') return numbered(isSerial === '' ? 'lot' : 'serial', rest);
  // A quantity may come first.
  const behind = rest.replace(/^(?:8\d{2}|9\d{5})/, '');
  const ways: readonly (readonly [RegExp, (date: string) => Hibc])[] = [
    [/^2(\d{6})/, (date) => expiring(`20${date.slice(4)}${date.slice(0, 4)}`)],
    [/^3(\d{6})/, (date) => expiring(`20${date}`)],
    [/^4(\d{6})\d{2}/, (date) => expiring(`20${date}`)],
    [/^5(\d{5})/, dayOfYear],
    [/^6(\d{5})\d{2}/, dayOfYear],
    [/^7()/, () => ({})],
    [/^([01]\d{3})/, (date) => expiring(lastDayOf(`20${date.slice(2)}`, date.slice(0, 2)))],
  ];
  const way = ways.find(([pattern]) => pattern.test(behind));
  const match = way?.[0].exec(behind);
  const number = behind.slice(match?.[0].length ?? 0);
  return { ...way?.[1](match?.[1] ?? ''), ...numbered(isSerial === '' ? 'lot' : 'serial', number) };
}

const numbered = (name: 'lot' | 'serial', number: string): Hibc => (number === '' ? {} : { [name]: number });

/** YYYYMMDD. */
function expiring(digits: string): Hibc {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isPlainDate(date) ? { expiresOn: date } : {};
}

const lastDayOf = (year: string, month: string): string =>
  `${year}${month}${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;

/** YYJJJ, the year and the day in it. */
function dayOfYear(digits: string): Hibc {
  const day = Number(digits.slice(2));
  if (digits.length !== 5 || day < 1 || day > 366) return {};
  return { expiresOn: new Date(Date.UTC(2000 + Number(digits.slice(0, 2)), 0, day)).toISOString().slice(0, 10) };
}
