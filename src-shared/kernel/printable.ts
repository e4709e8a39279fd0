/** What a terminal obeys instead of showing it: control characters of both sets, and marks that turn the direction of a line. */
const obeyed = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text as a terminal may show it: lines stay lines, everything else it would obey is written as in JSON. */
export const printable = (text: string): string =>
  text.replaceAll(obeyed, (sign) => (sign === '\n' || sign === '\t' ? sign : escaped(sign)));

/** The same for a name, a path or a sentence within a line: it cannot begin another line either. */
export const printableInLine = (text: string): string => text.replaceAll(obeyed, escaped);
