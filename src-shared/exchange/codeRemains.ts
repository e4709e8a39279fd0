import { type Message, msg } from '#shared/kernel/message.ts';

type Saying = (text: string) => Message;

export const severalCodes: Saying = (text) =>
  msg`“${text}” names several codes in one cell, which are taken for one: a recall of any of them does not find it. Write a row for each, with its own quantity.`;
const note: Saying = (text) =>
  msg`“${text}” bears a note, a date or a quantity behind the code. Write the code alone: goods under it are kept apart from those of the code.`;
const twice: Saying = (text) =>
  msg`“${text}” holds one code twice, as a scanner sends it that reads twice. Write it once.`;
const escaped: Saying = (text) =>
  msg`“${text}” holds a character as a program or an address writes it. Export the character itself.`;
const cut: Saying = (text) =>
  msg`“${text}” ends or begins with the signs by which a display shows that it cut a text. Export the whole code.`;
const otherKeyboard: Saying = (text) =>
  msg`“${text}” holds ß where a scanner on a German keyboard means a hyphen. Scan the code again, or type it.`;
const zeros: Saying = (text) =>
  msg`“${text}” is what a program makes of an empty cell. Leave the cell blank, or write the code.`;
const pointing: Saying = (text) =>
  msg`“${text}” points to another row or a paper instead of naming the code. Write the code itself: all that bears this text is taken for one.`;
const separated: Saying = (text) =>
  msg`“${text}” holds a sign by which files separate their cells. See whether it was split where it should be.`;

/** Columns of lots and serials. */
export const ofGoods = /^(?:(?:parent_|component_)?(?:lot|sublot|serial)|(?:supplier|manufacturer)_lot)$/;

/** What no plant puts into a code of any kind. */
const everywhere: readonly (readonly [RegExp, Saying])[] = [
  [/[\p{L}\d)](?:…|\.{3,})$|^(?:…|\.{3,})[\p{L}\d]/u, cut],
  [/\\[nrt](?=$|[\\\p{Lu}\d])|^\\[nrt]/u, escaped],
  [/(?<!^)%(?:2[\da-f]|3[a-f]|5[bdf]|7c)(?=[\p{L}\d])/iu, escaped],
  [/(?<![a-zäöü])ß(?=\d)|(?<=\d)ß/u, otherKeyboard],
  [/[\p{L}\d];\s*[\p{L}\d]|\t/u, separated],
  [/^(?=.*\d)(.{4,})[-/;,. ]+\1$/u, twice],
];

const notes =
  'gesperrt|sperre|blocked|hold|on hold|frei|freigegeben|released|quarantäne|quarantine|ok|i\\.? ?o\\.?|nok|n\\.? ?i\\.? ?o\\.?|reject|rejected|abgelehnt|ausschuss|defekt|defect|neu|new|alt|old|rest|restmenge|storno|storniert|cancelled|leer|empty|angebrochen|opened|abgelaufen|expired|kopie|copy|korrigiert|corrected|falsch|wrong|retoure|returned|fehlt|missing|unklar|unclear';
const units =
  'kgs?|ml|ltr|lbs?|stk|stck|stück|pcs?|pal|paletten?|pallets?|kartons?|fass|fässer|sack|säcke|beutel|eimer|bags?|drums?|boxes';
const days =
  'exp|exp\\.? ?date|expires|mhd|bbe?|bbd|best before|use by|verfall|verfalldatum|haltbar(?: bis)?|verw\\.? ?bis|verwendbar bis|dlc|dluo|ddm|scad|cad|prod|mfg|mfd|herst';

/** What people and labels put behind a code. */
const behind: readonly RegExp[] = [
  new RegExp(`^(?=\\S*\\d)\\S+ ?[ ([/,;-]+(?:${notes})[)\\]!.]*$`, 'iu'),
  new RegExp(`^(?=\\S*\\d)\\S+ ?[ (/,]+\\d*[.,]?\\d* ?(?:${units})\\.?\\)?$`, 'iu'),
  /^(?=\S*\d)\S+[ (]+\d+[.,]?\d* ?[glt]\)?$/,
  new RegExp(`^(?=\\S*\\d)\\S+ ?[ (/,;]+(?:${days})[.: ]*\\d`, 'iu'),
  /^(?=\S*\d)\S+ (?:von|from|für|for) \D/iu,
];

/** A word of a label with its point, before a code. */
export const labelWord =
  /^(?:ch\.?[-/ ]?b\.|chg\.|charg\.|(?:chargen?|los|lot|serien?|ser\.?)[-. ]?nr\.|(?:batch|lot|serial)[-. ]?no\.|s\.n\.|(?:lot|batch|charge|ser)\.\s)\s*:?\s*\S*\d/i;

const dittoMarks = /^[-–—\s]*(?:["”“″〃]|''|’’)[-–—\s]*$/;
const elsewhere =
  /^(?:(?:siehe|see|laut|gemäß|gemaess|as per|acc\.? to|according to|voir|vedi|véase)\s+|(?:lt|gem|vgl)\.\s*|s\.\s*(?=ls|liefer|anlage|etikett|anhang))\p{L}/iu;
const allZeros = /^(?:0000[-./]00[-./]00|00[-./]00[-./]0000|0{4,})$/;

/** Nearly all codes are letters, digits and what separates their parts. */
const isUsual = /^(?!0{4}|00[-./]00[-./]|\d{5,}\/\d{5,}$)[A-Za-z\d]+(?:[-_/.][A-Za-z\d]+){0,3}$/;

/** Whether a code holds more than one code, or another thing than one. Some plant may mean it so. */
export function remainsOf(text: string, column: string): Saying | undefined {
  const isGoods = ofGoods.test(column);
  if (isUsual.test(text)) return mayBeTwice(text) && twiceOver.test(text) ? twice : undefined;
  if ((isGoods || column === 'work_order') && namesSeveral(text, column)) return severalCodes;
  const [, saying] = everywhere.find(([signs]) => signs.test(text)) ?? [];
  if (saying !== undefined || !isGoods) return saying;
  if (allZeros.test(text)) return zeros;
  if (dittoMarks.test(text) || elsewhere.test(text)) return pointing;
  return behind.some((one) => one.test(text)) ? note : undefined;
}

const shortestTwice = 4;
const mayBeTwice = (text: string): boolean =>
  text.length >= 2 * shortestTwice && text.indexOf(text.charAt(0), text.length >> 1) === (text.length + 1) >> 1;
const twiceOver = /^(?=.*\p{L}.*\d|.*\d.*\p{L})(.{4,})[-/_.]?\1$|^(\d{6,})[-/_.]?\2$/u;

const betweenCodes =
  /(?<=^\d{5,})\/(?=\d{5,}$)|\s*[+&;,\n|]\s*|\.{2,3}|…|\s+(?:[-–—/_~:]|und|and|u\.|bis|to|through|thru|till|oder|or|et|e|y|o|ou|à|a|al|hasta|sowie|bzw\.?)\s+/iu;
const mostCodes = 12;

function namesSeveral(text: string, column: string): boolean {
  // Of serials a range is written so: who imports it knows whether the product may have one.
  if (column === 'serial' && text.includes('..')) return false;
  const parts = text.split(betweenCodes).map((part) => part.trim());
  const [first = '', second = ''] = parts;
  if (parts.length < 2 || parts.length > mostCodes) return parts.length === 1 && areTwo(text.split(' '));
  if (second !== '' && parts.slice(1).every((part) => areOfOneMake(first, part))) return true;
  return parts.length === 2 && !/[/|_]/.test(text) && endsLater(first, second);
}

const areTwo = ([first = '', second = '', ...others]: readonly string[]): boolean =>
  others.length === 0 && /\p{L}/u.test(first) && areOfOneMake(first, second);

/** Made of the same letters and signs, with other numbers; of figures alone only those that begin alike. */
function areOfOneMake(one: string, other: string): boolean {
  if (one === other || one.length < 3 || !/\d/.test(one)) return false;
  if (/\p{L}/u.test(one)) return shapeWithoutNumbers(one) === shapeWithoutNumbers(other);
  return (
    /^\d{5,}$/.test(one) &&
    one.length === other.length &&
    /^\d+$/.test(other) &&
    other.startsWith(one.slice(0, one.length >> 1))
  );
}

const shapeWithoutNumbers = (text: string): string => text.toLowerCase().replace(/\d+/g, '0');

/** `R-4177 bis 4190`: the later number alone. */
function endsLater(first: string, second: string): boolean {
  const number = /\p{L}.*?(\d{3,})$/u.exec(first)?.[1] ?? '';
  return number !== '' && !/^(?:19|20)\d\d$/.test(number) && second.length === number.length && second > number;
}
