import { labelWord, ofGoods, remainsOf } from './codeRemains.ts';
import { readGs1 } from '#shared/kernel/gs1.ts';
import { type Message, msg } from '#shared/kernel/message.ts';

/** The message about a code that is a word for none, or has more than the code, of its text as a sentence quotes it. */
export type StraySaying = (text: string) => Message;

const unknown: StraySaying = (text) =>
  msg`“${text}” is a word that stands for a code nobody knew. Write the code itself, or leave the cell blank: all that bears this word is taken for one.`;
const sum: StraySaying = (text) =>
  msg`“${text}” is what a list calls the sum of its rows. Remove the row if it only adds up others.`;
const label: StraySaying = (text) =>
  msg`“${text}” bears what a label or a scanner puts before a code. Export the code alone.`;
const stars: StraySaying = (text) =>
  msg`“${text}” stands between the stars that frame a barcode (Code 39). Export the code alone.`;
const barcode: StraySaying = (text) =>
  msg`“${text}” is a whole barcode, of which the code is a part. Export the code alone.`;

const parted: StraySaying = (text) =>
  msg`“${text}” is a whole barcode with blanks where its parts end, of which the code is one part. Export the code alone.`;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split('|'));

/** No plant names anything so: English, German, French, Italian and Spanish. */
const undecided = wordsOf(
  'tbd|tba|tbc|to be defined|to be determined|to be decided|to be announced|to be confirmed|noch offen|noch unbekannt|wird nachgereicht|à définir|da definire|por definir',
);
/** N.N., T.B.D. without its last point. */
const shortened = /^(?:n\. ?n|t\. ?b\. ?[acd])$/;
/** A place for empties may be named so, and a maker be unknown in truth. */
const nothing = wordsOf(
  'leer|vide|vuoto|vacío|vacio|unknown|not known|unbekannt|nicht bekannt|inconnu|sconosciuto|desconocido|onbekend|not available|nicht vorhanden|nicht verfügbar|non disponible|not applicable|nicht zutreffend|entfällt|keine angabe|ohne angabe|unspecified|missing|fehlt',
);
/** A product may be called "blank", and a partner collect diverse ones. */
const noGoods = wordsOf(
  'blank|empty|ohne|kein|keine|keiner|no lot|no batch|no serial|without lot|ohne charge|ohne los|ohne sn|keine charge|sans lot|senza lotto|sin lote|diverse|divers|various|verschiedene|dummy|placeholder|platzhalter|dito|ditto|dto|s.o|siehe oben|see above|see label|siehe etikett|same|same as above|as above|as before|idem|ibid|wie oben|wie vor|wie vorher|desgleichen|desgl|dgl|derselbe|dieselbe|dasselbe|restmenge|rest|restbestand|reste|remainder|leftover|leftovers|mixed|mixed lots|gemischt|mehrere|mehrere chargen|several|multiple|sonstige|sonstiges|others|misc|miscellaneous|alle|alle chargen|all lots|any|any lot|beliebig|egal|altbestand|altware|old stock|anfangsbestand|unlesbar|nicht lesbar|unleserlich|illegible|unreadable|not readable|verloren|lost|vergessen|forgotten|folgt|to follow|wird nachgetragen|ausstehend|pending|ohne nummer|ohne nr|ohne kennzeichnung|no number|unnumbered|unmarked|not marked|nicht gekennzeichnet|nicht angegeben|not given|not stated|nicht erfasst|not recorded|unklar|unclear|varios|varie|misto|mixto|mélange|illisible|illeggibile|ilegible',
);
const sums = wordsOf(
  'total|totals|grand total|subtotal|sub-total|sub total|summe|gesamt|gesamtsumme|gesamtergebnis|zwischensumme|teilsumme|teilergebnis|somme|total général|sous-total|totale|totale complessivo|suma|total general|totaal|eindtotaal',
);

const ofRecords = /^(?:(?:parent_|component_)?product|partner|supplier|work_order|document)$/;
const ofPartners = /^(?:code|partner|supplier)$/;
const unjudged = /^(?:country|email|phone|gtin|gln|line|unit)$/;

const longestWord = 24;

/**
 * Whether a code is a word for none or for a sum, or came with what a label or a scanner adds to it. Some plant may
 * mean it so; goods with such a word become one unit, and those with more than their code become two.
 */
export function strayCodeOf(text: string, column: string): StraySaying | undefined {
  if (unjudged.test(column)) return undefined;
  return (
    (text.length <= longestWord ? wordFor(text, column) : undefined) ??
    decorationOf(text, ofGoods.test(column)) ??
    remainsOf(text, column)
  );
}

function wordFor(text: string, column: string): StraySaying | undefined {
  const isOfGoods = ofGoods.test(column);
  if (isOfGoods && lineOfSum.test(text)) return sum;
  const word = bareWord(text);
  if (word === undefined) return undefined;
  if (undecided.has(word) || shortened.test(word) || isCrossedOut(word)) return unknown;
  if (isOfGoods ? nothing.has(word) || noGoods.has(word) : ofRecords.test(column) && nothing.has(word)) return unknown;
  const maySum = isOfGoods || ofRecords.test(column) || column === 'code';
  return maySum && sums.has(word) ? sumIn(text, column) : undefined;
}

/** As spreadsheets call the lines that they put between others. */
const lineOfSum = /^\S+ (?:total|ergebnis)$/i;

/** A company may be called TOTAL, in capitals as codes of partners are. */
const sumIn = (text: string, column: string): StraySaying | undefined =>
  ofPartners.test(column) && text === 'TOTAL' ? undefined : sum;

/** In small letters, without the brackets and signs that people put around such words. Undefined for what has a digit. */
const bareWord = (text: string): string | undefined =>
  /\d/.test(text)
    ? undefined
    : text
        .toLowerCase()
        .replace(/^[([<{*]+|[)\]>}*:?!.]+$/g, '')
        .replace(/\s+/g, ' ');

/** xxx, xx-xx: as forms show what is to be filled in. */
const isCrossedOut = (word: string): boolean => /^x[x\-_./ ]*x$/.test(word) && word.replace(/[^x]/g, '').length > 2;

/** Application identifiers in brackets (GS1 General Specifications, section 3.2). */
const identifier =
  /^\((?:0[0-3]|1[0-35-7]|2[0-2]|23[0-9]|24[0-3]|25[0-5]|30|37|3[1-6]\d\d|39\d\d|4[0-3]\d|7\d{2,3}|8\d{2,3}|9\d)\)\s*[\p{L}\d]/u;
/** Symbology identifiers (ISO/IEC 15424). */
const symbology = /^\][A-Za-z][\dA-Za-z]\S/;
const shownSeparator = /<(?:GS|FNC1)>|\{(?:GS|FNC1)\}|\[(?:GS|FNC1)\]|\u241d/i;
const word =
  /^(?:lot|batch|charge|ch\.?-?b\.?|los|lotto|lote|lote? no\.?|lot no\.?|s\/?n|serial|serial no\.?)\s*:\s*\S/i;

function decorationOf(text: string, isOfGoods: boolean): StraySaying | undefined {
  if (/^\*[^*\s]+\*$/.test(text) && /[\p{L}\d]/u.test(text)) return stars;
  if (isOfGoods && text.includes('.') && labelWord.test(text)) return label;
  if (!mayBeDecorated.test(text)) return undefined;
  if (identifier.test(text) || symbology.test(text) || shownSeparator.test(text)) return label;
  if (!isOfGoods) return undefined;
  if (word.test(text)) return label;
  return /^(?:01\d{14}\d|https?:)/i.test(text) && namesGoods(text) ? barcode : undefined;
}

/** A trade item number among parts that blanks separate. */
const mayBeParted = /^(?:\][A-Za-z][\dA-Za-z])?(?:\S+ +)*01 ?\d{14}/;

/**
 * Whether the code of goods is a whole barcode in which a scanner put blanks in the place of FNC1 (GS1 General
 * Specifications, section 7.8.3), or a person between its parts. No lot is called so, since its product's number is in it.
 */
export function partedBarcodeOf(text: string, column: string): StraySaying | undefined {
  if (!text.includes(' ') || !ofGoods.test(column) || !mayBeParted.test(text)) return undefined;
  const parts = text.replace(/^\][A-Za-z][\dA-Za-z]/, '');
  const joined = parts.replace(/(^| )(01|02|10|11|13|15|17|21|240|37) +/g, '$1$2');
  return [parts, joined].some((one) => namesGoods(one.replace(/ +/g, '\u001d'))) ? parted : undefined;
}

const mayBeDecorated = /^[(\]]|^01\d{15}|^https?:|[<{[](?:GS|FNC1)[>}\]]|\u241d|:/i;

/** A year only decides the century of dates. */
const anyYear = 2000;

function namesGoods(text: string): boolean {
  const { gtin, lot, serial, fault } = readGs1(text, anyYear) ?? {};
  return fault === undefined && gtin !== undefined && (lot !== undefined || serial !== undefined);
}
