import { type Attributes, escapeXml, readXml } from './xmlPart.ts';

/** The number formats that cells refer to by their place: how many there are, and the part that says them, written anew. */
export type Styles = { count: number; xml: string };

const plainDate = '14';
/** Dates of East Asian calendars, which no workbook need spell out (ISO/IEC 29500-1, 18.8.30). */
const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

export function plainStyles(bytes: Buffer | undefined): Styles {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  const listener = {
    open: (name: string, { numFmtId = '0', formatCode = '' }: Attributes, path: readonly string[]) => {
      if (name === 'numFmt' && path.at(-1) === 'numFmts') codes.set(numFmtId, formatCode);
      if (name === 'xf' && path.at(-1) === 'cellXfs') ids.push(numFmtId);
    },
  };
  if (bytes !== undefined) readXml(bytes, listener);
  const formats = Array.from(
    codes,
    ([id, code]) => `<numFmt numFmtId="${escapeXml(id)}" formatCode="${escapeXml(code)}"/>`,
  );
  const styles = ids.map((id) => {
    const known = !codes.has(id) && isEastAsianDate(Number(id)) ? plainDate : id;
    return `<xf numFmtId="${escapeXml(known)}"/>`;
  });
  const xml = `<styleSheet><numFmts count="${formats.length}">${formats.join('')}</numFmts><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`;
  return { count: styles.length, xml };
}
