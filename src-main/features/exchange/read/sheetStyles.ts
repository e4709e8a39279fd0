import { readXml } from './xmlPart.ts';

/** How a cell shows a number: by which format, and whether as a date or time. */
export type CellStyle = { numberFormat: string; isDate: boolean };

/** Formats a workbook need not spell out (ISO/IEC 29500-1, 18.8.30) and that show a whole number as its digits. */
const plainFormats: Readonly<Record<string, string>> = { '0': 'General', '1': '0', '49': '@' };
/** Of the others it matters only which are dates; 27 to 36 and 50 to 58 are those of East Asian calendars. */
const isDateId = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The styles that cells name by their place. */
export function cellStyles(bytes: Buffer): CellStyle[] {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  readXml(bytes, {
    open: (name, { numFmtId = '0', formatCode = '' }, path) => {
      if (name === 'numFmt' && path.at(-1) === 'numFmts') codes.set(numFmtId, formatCode);
      if (name === 'xf' && path.at(-1) === 'cellXfs') ids.push(numFmtId);
    },
  });
  return ids.map((id) => {
    const code = codes.get(id) ?? plainFormats[id];
    return code === undefined
      ? { numberFormat: `#${id}`, isDate: isDateId(Number(id)) }
      : { numberFormat: code, isDate: isDateFormat(code) };
  });
}

/** Whether a format code holds parts of a date or time, outside of its quoted, escaped and bracketed text. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|[_*]./gs, '').replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[dmyhs]|(?<![0#?.])[eg](?![+-])|\[/i.test(bare.replace(/general|standard/gi, ''));
}
