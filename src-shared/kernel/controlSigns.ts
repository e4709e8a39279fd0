/** Ends an element string of open length where something follows: FNC1, sent as character 29. */
export const separator = '\u001d';

/** The signs that part a barcode, and the one at the end of an envelope, by their names … */
const names = 'GS|RS|FS|US|EOT|FNC1|F1';
/** … and by their number, of 28 to 31, in the digits of computers. */
const hex = '1[c-f]';

/**
 * How scanners, printers and programs write these signs out: their pictures, their names or numbers in brackets, or behind
 * a sign that announces one. None of it is ever part of a lot or serial.
 */
const writtenOut = new RegExp(
  [
    '[\u0004\u001c\u001e\u001f\u2404\u241c-\u241f]',
    `[<{[(|]\\\\?(?:${names}|(?:\\\\?0?x)?0*${hex}|(?:ASCII|CHR)\\s?\\d\\d)[>}\\])|]`,
    '[<{[]0?29[>}\\]]|[<{[]0(?:28|30|31)[>}\\]]|CHR\\(29\\)',
    `\\\\(?:${names}|[GRE]|0?x(?:${hex}|04)|[xu]\\{0*${hex}\\}|u00${hex}|o?03[4-7]|d0(?:28|29|30|31|04)|0{0,2}29)`,
    `[\\^~](?:${names}|d0(?:28|29|30|31|04))`,
    `&#(?:0*(?:28|29|30|31|4)|x0*(?:${hex}|4));|&(?:${names});`,
    `%${hex}|_x00${hex}_|U\\+00${hex}`,
  ].join('|'),
  'gi',
);

/** A text with everything that parts a barcode as the one separator. */
export const withSeparators = (text: string): string => text.replaceAll(writtenOut, separator);

/** Outside the characters GS1 allows in values (General Specifications, figure 7.11-1), so that they part a barcode … */
export const signAlone = /[|^~§¶¬]/g;
/** … or announce the number of a separator, unless that is an identifier at the start of the next part. */
export const signWithNumber = /\^[\]^\\_]|[~^](?:0?29|x?1d|\(29\)|1)|[|^~§¶¬]/gi;
