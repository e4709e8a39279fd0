/**
 * Number formats of spreadsheets, taken apart (ISO/IEC 29500-1, 18.8.31). A code has up to four sections: for above
 * zero, below, zero and texts. A section consists of placeholders for what is shown, and of literal texts.
 */
type Piece = { sign: string } | { text: string };

const pieces = /"([^"]*)"?|\\(.)|_.|\*.|\[[^\]]*\]|./gs;

export const sectionsOf = (formatCode: string): readonly string[] =>
  formatCode.match(/(?:"[^"]*"?|\\.|[_*].|\[[^\]]*\]|[^;])+|(?<=;|^)(?=;|$)/gs) ?? [''];

/** The part of a section that shows digits: without texts, literal signs, blanks of a width, colours and currencies. */
export const withoutTexts = (section: string): string => section.replace(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]/gs, '');

function* piecesOf(section: string): Generator<Piece> {
  for (const [whole, quoted, escaped] of section.matchAll(pieces))
    if (whole.startsWith('_')) yield { text: ' ' };
    else if (quoted !== undefined || escaped !== undefined) yield { text: quoted ?? escaped ?? '' };
    else if (!/^[[*]/.test(whole)) yield { sign: whole };
}

/**
 * What a sheet shows of a text: with what the format has before and behind it, "" where it shows nothing, most often
 * the text itself.
 */
export function textShownBy(text: string, formatCode: string): string {
  const sections = sectionsOf(formatCode);
  const section = sections.length > 3 ? sections[3] : sections.findLast((one) => withoutTexts(one).includes('@'));
  if (section === undefined || /general/i.test(withoutTexts(section))) return text;
  return Array.from(piecesOf(section), (piece) =>
    'text' in piece ? piece.text : piece.sign === '@' ? text : piece.sign,
  ).join('');
}

/** The texts that a section shows before and behind the digits of a number. */
export function textsAround(section: string): readonly [before: string, behind: string] {
  const shown = Array.from(piecesOf(section), (piece) => ('text' in piece ? piece.text : piece.sign));
  const isDigit = Array.from(piecesOf(section), (piece) => 'sign' in piece && /[0#?]/.test(piece.sign));
  const [first, last] = [isDigit.indexOf(true), isDigit.lastIndexOf(true)];
  return first < 0 ? ['', ''] : [shown.slice(0, first).join(''), shown.slice(last + 1).join('')];
}

/** The orders in which people read a day, a month and a year that are all digits. */
const usualOrders = ['dmy', 'mdy', 'ymd'];

/**
 * Why a date shown by a format code is not read as it is meant: a `part` of it is not shown, or its figures are in an
 * `order` in which no one reads them. In any calendar; the name of a month may be anywhere.
 */
export function dateFormatIssue(formatCode: string): 'part' | 'order' | undefined {
  const section = sectionsOf(formatCode)[0] ?? '';
  const code = withoutTexts(section).toLowerCase();
  if (/general|@/.test(code) || code === '') return undefined;
  const runs = code.replace(/am\/pm|a\/p/g, '').match(/([a-z])\1*/g) ?? [];
  const parts = runs.flatMap((run, at) => {
    const isMinute =
      /^m{1,2}$/.test(run) && (runs[at - 1]?.startsWith('h') === true || runs[at + 1]?.startsWith('s') === true);
    if (isMinute || /^d{3}/.test(run)) return [];
    return /^[dm]/.test(run) ? [run.charAt(0)] : /^[yeb]/.test(run) ? ['y'] : [];
  });
  const order = [...new Set(parts)].join('');
  if (order.length < 3) return 'part';
  return usualOrders.includes(order) || runs.some((run) => /^m{3}/.test(run)) ? undefined : 'order';
}
