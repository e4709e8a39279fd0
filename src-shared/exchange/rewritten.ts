import { type Message, msg } from '#shared/kernel/message.ts';
import type { ColumnType } from './columns.ts';
import { partedBarcodeOf, strayCodeOf } from './strayCodes.ts';

/** What another program made of a text, and whether the text cannot have been meant as it is. */
export type Rewriting = { certain: boolean; said: CellSaying };

/** The message about a cell, of its text as a sentence quotes it. */
export type CellSaying = (text: string) => Message;

type Column = { name: string; type: ColumnType };
type Kind = {
  /** How the text looks; `plain` are the looks that some plant may truly have chosen. */
  certain?: RegExp;
  plain?: RegExp;
  said: CellSaying;
  /** Kinds that people write in names and reasons themselves. */
  codesOnly?: boolean;
};

const lostLetter = (text: string, sign: string): Message =>
  msg`“${text}” has lost a letter on its way (the sign ${sign} stands for it). Export the file as UTF-8, from a program that still has the letters.`;

/** English, German, French, Spanish and Italian, as spreadsheets shorten them. */
const months =
  'Jan|Feb|Mar|Mrz|Mär|März|Apr|May|Mai|Jun|Juni|Jul|Juli|Aug|Sep|Sept|Oct|Okt|Nov|Dec|Dez|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|ene|feb|mar|abr|may|jun|jul|ago|sep|dic|gen|apr|mag|giu|lug|set|ott|mrt|maj|fev|мар|апр|июн|июл|авг|сен|окт|ноя|дек|янв|фев';

const longMonths =
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre';

const madeDate = {
  said: (text: string) =>
    msg`“${text}” looks like a date that a spreadsheet made of a code. Export the column as text, so that the program before keeps its hands off it.`,
  codesOnly: true,
} as const;

const kinds: readonly Kind[] = [
  {
    // A spreadsheet writes one digit, and an exponent with its sign and two digits at least; Java and others do not.
    // Without decimals and with a minus it may be the first place of aisle E: 1E-01.
    certain: /^[+-]?\d(?:[.,]\d+e[+-]|e\+)\d{2,3}$/i,
    plain: /^[+-]?(?:\d{1,3}e[+-]\d{1,3}|\d+[.,]\d+e[+-]?\d{1,3})$/i,
    said: (text) =>
      msg`“${text}” is a number with an exponent, in which digits are lost. Export the column as text, so that the program before keeps its hands off it.`,
  },
  {
    certain: /^="+[^"]*"+$/,
    said: (text) =>
      msg`“${text}” is wrapped so that a spreadsheet keeps its zeros. Export the column without the equals sign and the quotes.`,
  },
  {
    // A name may have quotes of its own; a code does not.
    certain: /^"+[^"]*"+$/,
    said: (text) =>
      msg`“${text}” is wrapped so that a spreadsheet keeps its zeros. Export the column without the quotes.`,
    codesOnly: true,
  },
  {
    // What follows the sign distinguishes it from what people write: a function, a cell, a sheet, a sum, a text.
    plain:
      /^\{?=\s*[-+(]*(?:\p{L}[\p{L}\d.]*\(|(?:'[^']+'|\[\d+\]\w*|[\p{L}_]\w*)!|\$?[A-Z]{1,3}\$?\d{1,7}(?!\w)|R(?:\d+|\[-?\d+\])?C(?:\d+|\[-?\d+\])?$|\d[\d.]*\s*[-+*/&^]|"|#REF!|\w+\[)|^[@+-]\p{Lu}[\p{Lu}\d.]*\(.*\)$/u,
    said: (text) =>
      msg`“${text}” is a formula of a spreadsheet instead of its value. Export the values, not the formulas.`,
  },
  {
    plain: /^=/,
    said: (text) =>
      msg`“${text}” begins like a formula of a spreadsheet that stands in the place of its value. Export the values, not the formulas.`,
    codesOnly: true,
  },
  {
    // Not '24-001: a year is written so.
    certain: /^['’](?!\d{2}[-/])[\d=+@-]/,
    said: (text) =>
      msg`“${text}” begins with the apostrophe by which a spreadsheet is told that it is text. Export the column without it.`,
    codesOnly: true,
  },
  {
    // With the mark at its end or without: a value of that kind is no code in any language of a spreadsheet.
    certain:
      /^(?:#(?:Deleted|Gelöscht|Supprimé|Error|Fehler|Erreur|N\/[ABD](?: N\/A| Requesting Data\.\.\.)?|NV|N\/DISP|I\/T|YOK|Н\/Д|HIÁNYZIK|GETTING_DATA|NULL#?|DIV\/0|REF|VALUE|NAME|NUM|¡?\p{L}[\p{L}\d/]*[!?]|#+)|[+-]?1[.,]#(?:IND|INF|QNAN)\d*|[+-]?nan\(ind\)|Err:\d{3}|\[object Object\]|<BLOB>|(?:System\.)?DBNull|System\.(?:Byte\[\]|Object)|Loading\.\.\.)$/u,
    said: (text) =>
      msg`“${text}” is what a program shows where it found no value. Mend the cell there, or leave it blank.`,
  },
  {
    certain:
      /^(?:\\N|[([<{](?:null|nil|none|na|nan|nat|n\/a|blank|empty|missing|leer|vide|vuoto|en blanco|пусто)[)\]>}])$/i,
    said: (text) => msg`“${text}” is how a program writes that there is nothing. Export nothing as a blank cell.`,
  },
  {
    certain: /^(?:NULL|null|None|nan|NaN|NaT|undefined)$/,
    plain: /^(?:null|none|nan|nil|na|n\/a|undefined)$/i,
    said: (text) => msg`“${text}” is how a program writes that there is nothing. Export nothing as a blank cell.`,
  },
  {
    // Where a program joined a part that was not there.
    plain: /[-_./ ](?:undefined|null|NaN|None|nan)$|^(?:undefined|null|NaN|None|nan)[-_./ ]/,
    said: (text) =>
      msg`“${text}” holds the word by which a program writes that there is nothing. Mend what joins the parts of the code.`,
    codesOnly: true,
  },
  {
    plain: /^(?:[-\u2010-\u2015\u2212_.?*/]+|n\. ?a\.?|k\. ?a\.?)$/i,
    said: (text) => msg`“${text}” is how a list shows that there is nothing. Export nothing as a blank cell.`,
    codesOnly: true,
  },
  {
    plain:
      /^(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro|waar|onwaar|истина|ложь|prawda|fałsz|igaz|hamis|tosi|epätosi|falskt|doğru|yanlış|[+-]?inf(?:inity)?)$/i,
    said: (text) =>
      msg`“${text}” is no code but a value of a program or a spreadsheet. Export the column as text, so that the program before keeps its hands off it.`,
    codesOnly: true,
  },
  {
    // Few people name anything so; a city does ('s-Hertogenbosch), a height in feet does (12'), and so does a size (4x8').
    plain:
      /^['’‘´`][\p{Lu}\d][\p{Lu}\d._/-]*$|^(?:0\d*|\d{3,}|(?=.*\d)(?!.*\dx\d)(?!\d{1,2}['’‘´`])[\p{L}\d][\p{L}\d._/-]{2,})['’‘´`]$/u,
    said: (text) =>
      msg`“${text}” bears an apostrophe by which a spreadsheet or a script is told that it is text. Export the column without it.`,
    codesOnly: true,
  },
  {
    plain: /^b?'[^']+'$/,
    said: (text) => msg`“${text}” stands in the quotes of a program. Export the column without them.`,
    codesOnly: true,
  },
  {
    plain:
      /&(?:amp|lt|gt|quot|apos|nbsp|szlig|euro|deg|[aeiouyncsz](?:uml|acute|grave|circ|tilde|ring|cedil|slash|caron|elig)|#\d{1,7}|#x[\da-f]{1,6});/i,
    said: (text) => msg`“${text}” holds a character as web pages write it. Export the character itself.`,
  },
  {
    plain: /\\u[\da-f]{4}|\\x[\da-f]{2}|_x00[\da-f]{2}_|%(?:20|2c|2f|c3%[\da-f]{2})|=[c-f][\da-f]=[89ab][\da-f]/i,
    said: (text) => msg`“${text}” holds a character as a program or an address writes it. Export the character itself.`,
    codesOnly: true,
  },
  {
    plain: /\\u00[\da-f]{2}|_x00[\da-f]{2}_|%c3%[\da-f]{2}|=c3=[89ab][\da-f]/i,
    said: (text) => msg`“${text}” holds a character as a program or an address writes it. Export the character itself.`,
  },
  {
    plain:
      /^(?:0x(?:[\da-f]{2}){3,}|\$\{.*\}|\{\{.*\}\}|<%.*%>|u'[^']*'|[[(]'[^']*',?.*[\])]|np\.\w+\(.*\)|(?:Timestamp|Decimal|UUID|ObjectId|datetime\.\w+)\(.*\)|\[[BC]@[\da-f]{5,8}|System\.[\w.]+(?:\[\])?)$/i,
    said: (text) => msg`“${text}” is a value as a program shows it to those who write it. Export the text alone.`,
    codesOnly: true,
  },
  { plain: /\u00ef\u00bf\u00bd/, said: (text) => lostLetter(text, '\u00ef\u00bf\u00bd') },
  { certain: /\ufffd/, said: (text) => lostLetter(text, '\ufffd'), codesOnly: true },
  { plain: /\ufffd/, said: (text) => lostLetter(text, '\ufffd') },
  {
    // The first byte of a letter of UTF-8 as Windows shows it, and the second. Å and Ä are letters, so that dashes and
    // quotation marks may follow them.
    plain:
      /[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u201a\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]|[\u00c4\u00c5\u00d0][\u0080-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u0152\u0153\u0178\u0192\u02c6\u02dc\u201a\u201e\u2020\u2021\u2030\u2039\u203a\u2122]|\u00c3[\u2018\u2019\u201c\u201d](?=[A-Z])|\u00e2\u20ac|^\u00ef\u00bb\u00bf/,
    said: (text) =>
      msg`“${text}” looks like letters that were read in another encoding than they were written in. Export the file as UTF-8, from a program that still has the letters.`,
  },
  {
    plain: /^\d{2,}[.,]0+$/,
    said: (text) =>
      msg`“${text}” ends like a number that a data frame or a spreadsheet made of a code. Export the column as text, so that the program before keeps its hands off it.`,
    codesOnly: true,
  },
  {
    // Also as they are grouped in India, and with the decimals of money behind.
    plain:
      /^\d{1,3}(?:(?:,\d{3})+(?:\.0+)?|(?:['’\u00a0\u2007\u2009\u202f]\d{3})+(?:[.,]0+)?|(?:\.\d{3}){2,}|(?:[. ]\d{3})+,0+)$|^\d{1,2}(?:,\d{2})+,\d{3}(?:\.0+)?$/,
    said: (text) =>
      msg`“${text}” is written with separators between its thousands. Export the column as text, so that the program before keeps its hands off it.`,
    codesOnly: true,
  },
  {
    plain: /^[+-]?\d+(?:[.,]\d+)? ?%$/,
    said: (text) =>
      msg`“${text}” is shown by a spreadsheet as per cent. Export the column as text, so that the program before keeps its hands off it.`,
    codesOnly: true,
  },
  {
    // In front or behind, as money is written; and figures with both marks, whichever is the point.
    plain: /^[+-]?(?:\p{Sc} ?\d[\d.,'’ ]*|\d[\d.,'’ ]* ?\p{Sc}|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+)$/u,
    said: (text) =>
      msg`“${text}” is a figure as a spreadsheet shows it. Export the column as text, so that the program before keeps its hands off it.`,
    codesOnly: true,
  },
  {
    plain: /^[“„«»‟”].+[”“«»‟]$/u,
    said: (text) => msg`“${text}” stands in quotation marks. Export the column without them.`,
    codesOnly: true,
  },
  {
    plain: /[,|]$/,
    said: (text) =>
      msg`“${text}” ends with a sign by which files separate their cells. See whether it was split where it should be.`,
    codesOnly: true,
  },
  {
    plain: /\p{L}\?\p{L}/u,
    said: (text) =>
      msg`“${text}” has a question mark where a letter may have been lost. Export the file as UTF-8, from a program that still has the letters.`,
  },
  {
    // UTF-8 read as the Macintosh and as DOS wrote letters.
    plain: /√[^\d\s]|‚(?:Ä|Ñ)|[├┬][^\s\u2500-\u253c]/u,
    said: (text) =>
      msg`“${text}” looks like letters that were read in another encoding than they were written in. Export the file as UTF-8, from a program that still has the letters.`,
  },
  {
    plain: /^\d+[.,]\d{11,}$/,
    said: (text) =>
      msg`“${text}” has the decimals that are left over where a computer reckons. Export the column as text, so that the program before keeps its hands off it.`,
    codesOnly: true,
  },
  {
    plain: /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$/i,
    said: (text) =>
      msg`“${text}” looks like a time of day that a spreadsheet made of a code. Export the column as text, so that the program before keeps its hands off it.`,
    codesOnly: true,
  },
  {
    // Where a spreadsheet or a database begins to count days.
    plain: /^(?:30[./-]12[./-]1899|1899-12-3[01]|1900-01-0[01]|0[01][./]01[./]1900)$/,
    ...madeDate,
  },
  { plain: /^(?:\d{4} ?[年년] ?)?\d{1,2} ?(?:月 ?\d{1,2} ?日|월 ?\d{1,2} ?일)$/u, ...madeDate },
  {
    plain: /^\d{15}0{3,}$/,
    said: (text) =>
      msg`“${text}” ends in zeros after the fifteen digits that a spreadsheet keeps. Export the column as text, so that the program before keeps its hands off it.`,
    codesOnly: true,
  },
  {
    plain: new RegExp(
      `^(?:\\d{1,2}[. -]{1,2}(?:${months})\\.?(?:[. -]\\d{2,4})?|(?:${months})\\.?[. -]\\d{2,4}|\\d{1,2}[. -](?:${months.toUpperCase()})[. -]\\d{2,4})$`,
    ),
    ...madeDate,
  },
  {
    // A date with a midnight that was not written by a person.
    plain:
      /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}[ T]00:00(?::00(?:[.,]0+)?)?(?: ?(?:Z|[+-]00:?00))?|\d{4}-\d{2}-\d{2}T\d{2}:(?:00|30|45):00(?:\.0+)?Z|\p{L}{3} \p{L}{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT.*|\d{1,2}([-/.])\d{1,2}\2\d{2,4},? (?:0?0:00(?::00)?|12:00(?::00)? ?AM))$/iu,
    ...madeDate,
  },
  {
    // As a spreadsheet writes dates at length.
    plain: new RegExp(
      `^(?:\\p{L}{2,10},? )?(?:\\d{1,2}(?:\\.| de)? (?:${longMonths})(?: de)? \\d{4}|(?:${longMonths}) \\d{1,2}, \\d{4})$`,
      'iu',
    ),
    ...madeDate,
  },
];

/** Passed by nearly every code, so that the kinds are only tried on the few that look odd. */
const odd =
  /^(?:[#=("'’‘´`<[{\\]|[@+-]\p{L}|[+-]?\d+(?:[.,]\d+)?e|\d+[.,'’\u00a0\u2007\u2009\u202f]|\d{15}0|\d{1,2}[ /-]|\d{4}[-/]|n|undefined|null|none|\d{1,2}:|0x|\$\{|u'|(?:timestamp|decimal|uuid|objectid)\(|datetime\.|\d{1,4} ?[年년月월]|\p{L}{3} \p{L}{3} \d|err:|k\. ?a|(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro|waar|onwaar|истина|ложь|prawda|fałsz|igaz|hamis|tosi|epätosi|falskt|doğru|yanlış|inf(?:inity)?)$|loading\.|(?:system\.)?dbnull$|system\.|b'|[-\u2010-\u2015\u2212_.?*/]+$|[+-]inf)|^\p{L}{3,5}\.?[. -]\d{2,4}$|\d ?['’‘´`]$| \d{4}$|, \d{4}$|&(?:#|[a-z]+;)|[,|]$|[%?√‚├┬“„«»‟”]|\p{Sc}|[\ufffd\u00c2\u00c3\u00c4\u00c5\u00d0]|\u00ef[\u00bb\u00bf]|\u00e2\u20ac|\\[ux]|_x00|%[2c]|=[c-f][\da-f]=|[-_./ ](?:undefined|null|none|nan)$/iu;

/** What is not judged by a kind, by column: the country NA, and telephone numbers in groups. */
const exempt: Readonly<Record<string, RegExp>> = { country: /^NA$/, phone: /^\d+(?:[.,'’\u00a0\u202f]\d{2,})+$/ };
/** Columns in which a record must be known under the text: such a word is its name then, however odd. */
const naming: readonly string[] = [
  'code',
  'product',
  'parent_product',
  'component_product',
  'from',
  'to',
  'partner',
  'supplier',
];
const wordForNothing = /^[a-z]+$/i;

/**
 * Whether a text shows that a spreadsheet, a database or another program rewrote it on its way: then several codes may
 * have become one, or one may have become several. Only shapes that such programs write are named; a lot `1E5` is none.
 */
export function rewritingOf(text: string, column: Column): Rewriting | undefined {
  const rewriting = rewritingByLooks(text, column);
  if (rewriting !== undefined || column.type !== 'code') return rewriting;
  const parted = partedBarcodeOf(text, column.name);
  if (parted !== undefined) return { certain: true, said: parted };
  const said = strayCodeOf(text, column.name);
  return said === undefined ? undefined : { certain: false, said };
}

function rewritingByLooks(text: string, column: Column): Rewriting | undefined {
  if (!odd.test(text) || exempt[column.name]?.test(text) === true) return undefined;
  const isCode = column.type === 'code';
  for (const { certain, plain, said, codesOnly = false } of kinds) {
    if (codesOnly && !isCode) continue;
    if (certain?.test(text) === true) {
      const mayBeMeant = wordForNothing.test(text) && (!isCode || naming.includes(column.name));
      return { certain: !mayBeMeant, said };
    }
    if (plain?.test(text) === true && (isCode || !wordsOfPeople.test(text))) return { certain: false, said };
  }
  return undefined;
}

/** What people write into a name or a reason themselves. */
const wordsOfPeople = /^(?:none|nil|na|n\/a)$/i;
