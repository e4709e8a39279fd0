import type { PlainDate } from './dates.ts';

/** What a GS1 barcode says of goods; a part it does not carry is absent. Dates are plain dates, a GTIN has 14 digits. */
export type Gs1 = {
  gtin?: string;
  lot?: string;
  serial?: string;
  manufacturedOn?: PlainDate;
  bestBeforeOn?: PlainDate;
  expiresOn?: PlainDate;
  sscc?: string;
};

/** Why a text that looks like a GS1 code is none. */
export const gs1Faults = ['check-digit', 'unknown-part', 'cut-short', 'date'] as const;
export type Gs1Fault = (typeof gs1Faults)[number];

const separator = '\u001d';
/** How scanners announce GS1 symbols: GS1-128, DataBar, DataMatrix, QR (ISO/IEC 15424). */
const announcement = /^\](?:C1|e0|d2|Q3|J1)/;

/**
 * Reads a GS1 element string: bracketed as printed, `(01)…(10)…`, or as a scanner sends it, parts of open
 * length ended by FNC1 (character 29); or a GS1 Digital Link. Source: GS1 General Specifications, sections 3 and 7.
 *
 * @param year the current year, by which two digits become four
 * @returns undefined when the text does not look like a GS1 code at all; a fault when it does and cannot be right
 */
export function readGs1(text: string, year: number): Gs1 | { fault: Gs1Fault } | undefined {
  const sure = bracketed(text) ?? digitalLink(text);
  if (sure !== undefined) return meaningOf(sure, year);
  const parts = plain(text);
  if (parts === undefined || 'fault' in parts) return parts;
  const said = meaningOf(parts, year);
  // A document number may happen to begin like a GTIN.
  return 'fault' in said && !isAnnounced(text) ? undefined : said;
}

type Part = readonly [identifier: string, value: string];

function bracketed(text: string): Part[] | undefined {
  if (!/^\(\d{2,4}\)/.test(text)) return undefined;
  return [...text.matchAll(/\((\d{2,4})\)(.*?)(?=\(\d{2,4}\)|$)/gs)].map((match) => [
    match[1] ?? '',
    (match[2] ?? '').replaceAll(separator, '').trim(),
  ]);
}

/** `https://any.host/01/GTIN/10/LOT/21/SERIAL?17=YYMMDD` */
function digitalLink(text: string): Part[] | undefined {
  if (!/^https?:\/\/\S+\/01\/\d/i.test(text) || !URL.canParse(text)) return undefined;
  const { pathname, searchParams } = new URL(text);
  const steps = pathname.slice(pathname.indexOf('/01/') + 1).split('/');
  const path = steps.flatMap((step, index): Part[] =>
    index % 2 === 0 ? [[step, decodePart(steps[index + 1] ?? '')]] : [],
  );
  return [...path, ...[...searchParams].filter(([name]) => /^\d{2,4}$/.test(name))];
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const isAnnounced = (text: string): boolean => announcement.test(text) || text.includes(separator);

/** Without brackets only what a scanner announced, or what begins with a whole GTIN or SSCC, is taken for GS1. */
function plain(text: string): Part[] | { fault: Gs1Fault } | undefined {
  const announced = isAnnounced(text);
  const content = text.replace(announcement, '').replace(/^\u001d+/, '');
  if (!announced && !/^(?:01\d{14}(?=$|\D|1[0-7]|2[01])|00\d{18}$)/.test(content)) return undefined;
  const parts: Part[] = [];
  let rest = content;
  while (rest !== '') {
    const known = identifiers.find(({ begins }) => rest.startsWith(begins));
    if (known === undefined) return announced ? { fault: 'unknown-part' } : undefined;
    const value = rest.slice(known.digits);
    const end = value.indexOf(separator);
    const taken = known.length ?? (end < 0 ? value.length : end);
    if (value.length < taken || taken === 0) return announced ? { fault: 'cut-short' } : undefined;
    parts.push([rest.slice(0, known.digits), value.slice(0, taken)]);
    rest = value.slice(taken).replace(/^\u001d/, '');
  }
  return parts;
}

type Identifier = { begins: string; digits: number; length?: number };
const open = (...begins: string[]): Identifier[] => begins.map((one) => ({ begins: one, digits: one.length }));
const fixed = (length: number, digits: number, ...begins: string[]): Identifier[] =>
  begins.map((one) => ({ begins: one, digits, length }));

/** The application identifiers a label of goods bears, and how long their values are; the others end the reading. */
const identifiers: readonly Identifier[] = [
  ...fixed(18, 2, '00'),
  ...fixed(14, 2, '01', '02', '03'),
  ...fixed(6, 2, '11', '12', '13', '15', '16', '17'),
  ...fixed(2, 2, '20'),
  ...fixed(13, 3, '410', '411', '412', '413', '414', '415', '416', '417'),
  ...fixed(6, 4, '31', '32', '33', '34', '35', '36'),
  ...open('7001', '7002', '7003', '7004', '7005', '7006', '7007', '8003', '8004', '8005', '8008', '8020', '8200'),
  ...open('235', '240', '241', '242', '243', '250', '251', '253', '254', '400', '401', '403', '420', '421', '422'),
  ...open('710', '711', '712', '713', '714', '715', '716'),
  ...open('10', '21', '22', '30', '37', '90', '91', '92', '93', '94', '95', '96', '97', '98', '99'),
];

function meaningOf(parts: readonly Part[], year: number): Gs1 | { fault: Gs1Fault } {
  const value = (identifier: string): string | undefined => parts.find(([known]) => known === identifier)?.[1];
  const said: Gs1 = {};
  const [gtin, sscc] = [value('01') ?? value('02'), value('00')];
  if (gtin !== undefined) {
    if (!isGtin(gtin)) return { fault: 'check-digit' };
    said.gtin = gtin.padStart(14, '0');
  }
  if (sscc !== undefined) {
    if (!/^\d{18}$/.test(sscc) || !hasCheckDigit(sscc)) return { fault: 'check-digit' };
    said.sscc = sscc;
  }
  const [lot, serial] = [value('10'), value('21')];
  if (lot !== undefined && lot !== '') said.lot = lot;
  if (serial !== undefined && serial !== '') said.serial = serial;
  for (const [identifier, name] of dates) {
    const written = value(identifier);
    if (written === undefined) continue;
    const date = readDate(written, year);
    if (date === undefined) return { fault: 'date' };
    said[name] = date;
  }
  return said;
}

const dates = [
  ['11', 'manufacturedOn'],
  ['15', 'bestBeforeOn'],
  ['17', 'expiresOn'],
] as const;

/** A GTIN of 8, 12, 13 or 14 digits whose last one checks the others. */
export const isGtin = (digits: string): boolean => /^(?:\d{8}|\d{12,14})$/.test(digits) && hasCheckDigit(digits);

/** The sum of all digits, every second one from the end threefold, is a multiple of ten. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * ((digits.length - index) % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
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
