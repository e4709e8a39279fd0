import type { PlainDate } from './dates.ts';
import { asciiDigits } from './fold.ts';
import { digitalLink } from './gs1Link.ts';
import {
  bracketed,
  hasKey,
  otherParts,
  type Part,
  type Parts,
  plain,
  withoutStars,
  withoutSymbology,
} from './gs1Strings.ts';
import { asGtin14, expandUpcE, hasCheckDigit, isGln, isGtin } from './gtin.ts';
import { readHibc } from './hibc.ts';
import { enveloped, waysToPart } from './iso15434.ts';
import { tidy } from './text.ts';

/** What keeps a text that is a barcode of GS1 from being used, or a part of it. */
export const gs1Faults = [
  'check-digit',
  'unknown-part',
  'cut-short',
  'date',
  'twice',
  'separator',
  'compressed',
  'keyboard',
] as const;
export type Gs1Fault = (typeof gs1Faults)[number];

/**
 * The goods a GS1 barcode describes; a part it does not carry is absent. Dates are plain dates, a GTIN has 14 digits.
 * With a fault, the other parts are right all the same.
 */
export type Gs1 = {
  gtin?: string;
  /** The numbers that maker and customer give the goods; each may be the one here. */
  products?: string[];
  lot?: string;
  serial?: string;
  manufacturedOn?: PlainDate;
  bestBeforeOn?: PlainDate;
  expiresOn?: PlainDate;
  /** The number of a logistic unit, such as a pallet. */
  sscc?: string;
  /** The number of a party or a place; only of a barcode that names no goods. */
  gln?: string;
  /** The number of the customer's order. */
  order?: string;
  fault?: Gs1Fault;
};

/**
 * Reads a GS1 barcode: an element string, bracketed as printed, `(01)…(10)…`, or as a scanner sends it, parts of open
 * length ended by FNC1; a GS1 Digital Link; a barcode of the health industry (HIBC), or of others in an envelope of
 * ISO/IEC 15434; or the number of an EAN or UPC that a scanner announced.
 * Source: GS1 General Specifications, sections 3, 5 and 7.
 *
 * @param year the current year, by which two digits become four
 * @returns undefined when the text does not look like a barcode of GS1 at all
 */
export function readGs1(text: string, year: number): Gs1 | undefined {
  // GS1 knows ASCII only; what is wide, or of the digits of another script, was typed or sent through such a keyboard.
  const whole = withoutStars(asciiDigits(text.trim().normalize('NFKC')));
  const content = withoutSymbology(whole);
  if (whole.startsWith(']E') && !isDataBar(content)) return readRetail(content, whole.startsWith(']E4'));
  const ofHealth = readHibc(content);
  if (ofHealth !== undefined) {
    const { product, ...said } = ofHealth;
    return { ...said, ...(product === undefined ? {} : { products: [product] }) };
  }
  const inEnvelope = enveloped(content);
  if (inEnvelope !== undefined) return meaningOfParts(inEnvelope, year);
  const printed = bracketed(content) ?? digitalLink(content);
  if (printed === 'compressed') return { fault: 'compressed' };
  if (printed !== undefined) return meaningOf(printed, year);
  const sent = plain(whole.startsWith(']E') ? content : whole);
  if (sent === undefined) return undefined;
  return meaningOfParts(sent, year);
}

/**
 * Other readings of a barcode whose separators were lost or changed on the way. Such a reading is right only if its
 * goods are on record, and then the person has to learn that the scanner is set wrong.
 */
export function otherReadings(text: string, year: number): Gs1[] {
  const content = withoutSymbology(withoutStars(asciiDigits(text.trim().normalize('NFKC'))));
  return [...waysToPart(content), ...otherParts(content)]
    .map((parts) => meaningOf(parts, year))
    .filter(({ fault }) => fault === undefined)
    .map((said): Gs1 => ({ ...said, fault: 'separator' }));
}

function meaningOfParts({ parts, fault }: Parts, year: number): Gs1 {
  const said = meaningOf(parts, year);
  return said.fault === undefined && fault !== undefined ? { ...said, fault } : said;
}

/** With Caps Lock on a scanner announces DataBar, `]e0`, as what a shop has; that is never so long. */
const isDataBar = (content: string): boolean => hasKey(content) && ![15, 17, 18].includes(content.length);

/** EAN-8, or EAN-13, UPC-A and UPC-E in 13 digits, perhaps with the digits of the add-on behind them. */
function readRetail(content: string, isEan8: boolean): Gs1 {
  const digits = content.replace(/\].*$/, '').replace(/[\s-]/g, '');
  if (!/^\d+$/.test(digits)) return { fault: 'unknown-part' };
  if (digits.length < 8) return { fault: 'cut-short' };
  const [unpacked] = isEan8 ? [] : expandUpcE(digits);
  const main = [digits, digits.slice(0, isEan8 ? 8 : 13), digits.slice(0, 12)];
  const gtin = unpacked ?? main.find((number) => isGtin(number));
  return gtin === undefined ? { fault: 'check-digit' } : { gtin: asGtin14(gtin) };
}

/** Which identifiers carry the number of goods, of a logistic unit, of a party; those of one row mean the same. */
const keys = {
  // The goods themselves, those within, made to order, and a piece of them, whose number has four digits more.
  gtin: ['01', '02', '03', '8006', '8026'],
  sscc: ['00'],
  gln: ['414', '417', '410', '411', '412', '413', '415', '416'],
} as const;

const dates = [
  ['11', 'manufacturedOn'],
  ['15', 'bestBeforeOn'],
  ['17', 'expiresOn'],
  ['7003', 'expiresOn'],
] as const;

function meaningOf(parts: readonly Part[], year: number): Gs1 {
  const valuesOf = (identifiers: readonly string[]): string[] => [
    ...new Set(parts.filter(([known, value]) => identifiers.includes(known) && value !== '').map(([, value]) => value)),
  ];
  const gtins = [...new Set(valuesOf(keys.gtin).map((value) => (value.length === 18 ? value.slice(0, 14) : value)))];
  const [sscc, ...otherSsccs] = valuesOf(keys.sscc);
  const [gtin, ...otherGtins] = gtins;
  const [lot, ...otherLots] = valuesOf(['10']).map(tidy);
  const [serial, ...otherSerials] = valuesOf(['21']).map(tidy);
  const products = valuesOf(['240', '241']).map(tidy);
  const [order] = valuesOf(['400']).map(tidy);
  if ([otherGtins, otherSsccs, otherLots, otherSerials].some((others) => others.length > 0)) return { fault: 'twice' };
  if (gtin !== undefined && !isGtin(gtin)) return { fault: 'check-digit' };
  if (sscc !== undefined && !(/^\d{18}$/.test(sscc) && hasCheckDigit(sscc))) return { fault: 'check-digit' };
  const said: Gs1 = {
    ...(gtin === undefined ? {} : { gtin: asGtin14(gtin) }),
    ...(sscc === undefined ? {} : { sscc }),
    ...(lot === undefined ? {} : { lot }),
    ...(serial === undefined ? {} : { serial }),
    ...(products.length === 0 ? {} : { products }),
    ...(order === undefined ? {} : { order }),
  };
  const [gln] = keys.gln.flatMap((identifier) => valuesOf([identifier]));
  if (Object.keys(said).length === 0 && gln !== undefined) {
    if (!isGln(gln)) return { fault: 'check-digit' };
    said.gln = gln;
  }
  return { ...said, ...datesOf(valuesOf, year) };
}

/** A date that does not exist is passed over and reported. */
function datesOf(valuesOf: (identifiers: readonly string[]) => string[], year: number): Gs1 {
  const said: Gs1 = {};
  for (const [identifier, name] of dates) {
    const [written, ...others] = valuesOf([identifier]);
    if (written === undefined || said[name] !== undefined) continue;
    const date = readDate(written.slice(0, 6), year);
    if (others.length > 0) said.fault = 'twice';
    else if (date === undefined) said.fault = 'date';
    else said[name] = date;
  }
  return said;
}

/** YYMMDD; a day 00 is the last of its month. The century is the one that brings the year nearest to now. */
function readDate(written: string, year: number): PlainDate | undefined {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(written);
  if (match === null) return undefined;
  const [short, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const gap = short - (year % 100);
  const full = year - (year % 100) + short + (gap >= 51 ? -100 : gap <= -50 ? 100 : 0);
  const lastDay = new Date(Date.UTC(full, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day > lastDay) return undefined;
  return `${full}-${String(month).padStart(2, '0')}-${String(day === 0 ? lastDay : day).padStart(2, '0')}`;
}
