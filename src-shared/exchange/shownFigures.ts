import { sectionsOf, textsAround, withoutTexts } from './formatCodes.ts';

/**
 * The figure a spreadsheet shows of a number by its format code (ISO/IEC 29500-1, 18.8.31), without units, currencies
 * and marks between thousands: "12" of 12.345 by `0.00"kg"` with too few places, "50 %" of 0.5, "" where it shows none.
 * Digits and a minus that the format adds are a part of it: "5000" of 5 by `0"000"`.
 */
export function shownFigure(value: number, formatCode: string): string {
  const section = sectionFor(value, formatCode);
  const shown = figureOf(value, withoutTexts(section), formatCode);
  if (shown === '' || !/["\\(-]/.test(section)) return shown;
  const [before, behind] = textsAround(section);
  const sign = value > 0 && /^\s*[-(]\s*$/.test(before) ? before.trim() : (/\d+$/.exec(before)?.[0] ?? '');
  return `${sign}${shown}${/^\d+/.exec(behind)?.[0] ?? ''}`;
}

function figureOf(value: number, section: string, formatCode: string): string {
  if (/general/i.test(section) || section.includes('@') || formatCode === '') return plain(value);
  const [whole = '', ...fraction] = section.split('.');
  const places = placesIn(fraction.join('.'));
  if (placesIn(whole) + places === 0) return '';
  if (section.includes('/')) return plain(nearestFraction(value, section));
  const percents = section.split('%').length - 1;
  const scaled = scale(value, 2 * percents - 3 * thousandsLeftOut(section));
  const shown = /e[+-]/i.test(section) ? withExponent(scaled, whole, fraction) : rounded(scaled, places);
  // Signs for digits that may be left out show nothing of a nought.
  if (Number(shown) === 0 && !/[0?]/.test(section)) return '';
  return `${shown}${percents === 0 ? '' : ` ${'%'.repeat(percents)}`}`;
}

/** A code has sections for above zero, below and zero, or for its own conditions. */
function sectionFor(value: number, formatCode: string): string {
  const sections = sectionsOf(formatCode);
  const conditions = sections.map((section) => /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section));
  if (conditions.some((condition) => condition !== null)) {
    const fits = conditions.findIndex((condition) => condition === null || isMet(value, condition));
    return sections[fits] ?? '';
  }
  const numbers = sections.slice(0, 3);
  const at = value < 0 && numbers.length > 1 ? 1 : value === 0 && numbers.length > 2 ? 2 : 0;
  return numbers[at] ?? '';
}

function isMet(value: number, [, sign = '', written = '']: RegExpExecArray): boolean {
  const limit = Number(written);
  switch (sign) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}

const placesIn = (piece: string): number => piece.split(/e[+-]/i)[0]?.replace(/[^0#?]/g, '').length ?? 0;

/** Commas behind the last digit before the point: each leaves three digits out. */
const thousandsLeftOut = (section: string): number => /[0#?](,+)[^0#?,]*(?:\.|$)/.exec(section)?.[1]?.length ?? 0;

/** A spreadsheet shows at most so many significant digits. */
const mostDigits = 15;

const plain = (value: number): string => rounded(Number(value.toPrecision(mostDigits)), 20);

function rounded(value: number, places: number): string {
  const most = Math.min(places, 20);
  const known = formatters.get(most);
  if (known !== undefined) return known.format(value);
  const formatter = new Intl.NumberFormat('en', {
    useGrouping: false,
    maximumFractionDigits: most,
    maximumSignificantDigits: mostDigits,
    roundingPriority: 'lessPrecision',
  });
  formatters.set(most, formatter);
  return formatter.format(value);
}

/** By their decimals: making one takes longer than formatting a thousand figures. */
const formatters = new Map<number, Intl.NumberFormat>();

const scale = (value: number, powers: number): number => value * 10 ** powers;

/** With several signs before the point the exponent goes in steps of as many. */
function withExponent(value: number, whole: string, fraction: readonly string[]): string {
  const step = Math.max(1, placesIn(whole));
  const exponent = value === 0 ? 0 : Math.floor(Math.floor(Math.log10(Math.abs(value))) / step) * step;
  return plain(Number(`${rounded(value / 10 ** exponent, placesIn(fraction.join('.')))}e${exponent}`));
}

const largestDenominator = 999;

/** By `# ?/?` with as small a denominator as shows it best, by `# ?/8` with the one that is named. */
function nearestFraction(value: number, section: string): number {
  const [, behind = ''] = /\/\s*([0#?\d]+)/.exec(section) ?? [];
  const named = /^[1-9]\d*$/.test(behind) ? Number(behind) : undefined;
  const most = Math.min(10 ** behind.length - 1, largestDenominator);
  let nearest = Number.POSITIVE_INFINITY;
  for (let denominator = named ?? 1; denominator <= (named ?? most); denominator += 1) {
    const candidate = Math.round(value * denominator) / denominator;
    if (Math.abs(candidate - value) < Math.abs(nearest - value)) nearest = candidate;
  }
  return nearest;
}
