import type { Part } from './gs1Strings.ts';
import { hasCheckDigit, isGln, isGtin } from './gtin.ts';

/** The words that earlier Digital Links had for identifiers, and those that people give them. Source: GS1 Digital Link 1.1, section 4.3. */
const words: Readonly<Record<string, string>> = {
  gtin: '01',
  itip: '8006',
  cpv: '22',
  lot: '10',
  batch: '10',
  ser: '21',
  serial: '21',
  exp: '17',
  sscc: '00',
  gln: '414',
  party: '417',
};
const primary = /^(?:0[01]|253|255|401|402|41[47]|8003|8004|8006|8010|8013|8017|8018)$/;
const identifier = /^\d{2,4}$/;

/** A step of a link as an identifier, whether it is written as its number or as a word. */
const nameOf = (step: string): string => words[step.toLowerCase()] ?? step;
const isIdentifier = (step: string): boolean => identifier.test(nameOf(step));

/** What checks as the number of goods, of a pallet, of a party or place. */
const checks: Readonly<Record<string, (number: string) => boolean>> = {
  '01': isGtin,
  '00': (number) => /^\d{18}$/.test(number) && hasCheckDigit(number),
  '414': isGln,
  '417': isGln,
};

/**
 * Reads `https://any.host/any/path/01/GTIN/10/LOT/21/SERIAL?17=YYMMDD`, of any length, in any order and with the same
 * parts in its question or behind `#`. "compressed" for a link whose parts cannot be read without unpacking it.
 * Source: GS1 Digital Link Standard, URI Syntax, section 4.
 */
export function digitalLink(text: string): Part[] | 'compressed' | undefined {
  const link = wholeLink(text);
  if (!/^https?:\/\/\S+$/i.test(link) || !URL.canParse(link)) return undefined;
  const { hostname, pathname, search, hash } = new URL(link);
  const steps = [pathname, hash.replace(/^#?!?/, '').replace(/\?.*$/, '')].join('/').split('/').slice(1).map(decoded);
  const asked = [search, hash.replace(/^[^?]*/, '')].flatMap((question) => [
    ...new URLSearchParams(question.replaceAll(';', '&').replaceAll('+', '%2B')),
  ]);
  const question = asked.map(([name, value]): Part => [nameOf(name), value]).filter(([name]) => identifier.test(name));
  const key = placeOfKey(steps);
  if (key >= 0) return [...before(steps, key), ...behind(steps.slice(key)), ...question];
  if (question.some(([name, value]) => checks[name]?.(value) === true)) return question;
  return /(?:^|\.)gs1\.org$/.test(hostname) && steps.some((step) => step !== '') ? 'compressed' : undefined;
}

/** People and printers leave out how a link begins, or all of it up to its number. */
function wholeLink(text: string): string {
  if (/^(?:(?:[\w-]+\.)+[a-z]{2,}|\d+(?:\.\d+){3}|localhost)(?::\d+)?\/\S+$/i.test(text)) return `https://${text}`;
  if (/^\/\/\S+$/.test(text)) return `https:${text}`;
  return /^\/?(?:01|gtin)\/\d{8,14}(?:\/|\?|$)/i.test(text) ? `https://any.host/${text.replace(/^\//, '')}` : text;
}

/**
 * The number of goods, or what else the link is about: the part whose check digit fits, else the one in the place of
 * a number.
 */
function placeOfKey(steps: readonly string[]): number {
  const isKey = (step: string, place: number): boolean =>
    primary.test(nameOf(step)) && /\d/.test(steps[place + 1] ?? '');
  const checked = steps.findIndex(
    (step, place) => isKey(step, place) && checks[nameOf(step)]?.(steps[place + 1] ?? '') === true,
  );
  return checked >= 0 ? checked : steps.findIndex(isKey);
}

/** Pairs right before the number, as some write them. */
function before(steps: readonly string[], key: number): Part[] {
  const [step = '', value = ''] = steps.slice(Math.max(0, key - 2), key);
  if (key < 2 || !isIdentifier(step) || primary.test(nameOf(step)) || value === '') return [];
  return [...before(steps, key - 2), [nameOf(step), value]];
}

/** From the number on there are pairs; where others put words between them, only what is an identifier begins one. */
function behind(steps: readonly string[]): Part[] {
  const [step = '', value = '', ...others] = steps;
  if (steps.length < 2) return [];
  if (isIdentifier(step)) return [...(value === '' ? [] : [[nameOf(step), value] as const]), ...behind(others)];
  return behind(steps.filter((one) => one !== '').length % 2 === 0 ? others : [value, ...others]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
