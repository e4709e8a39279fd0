/** The styles of a workbook, by their place in the list of `cellXfs` below. */
export const style = {
  plain: 0,
  title: 1,
  header: 2,
  label: 3,
  text: 4,
  quoted: 5,
  integer: 6,
  percent: 7,
  date: 8,
  dateTime: 9,
  longNumber: 10,
  wrapped: 11,
  headerRight: 12,
} as const;

const firstQuantity = 13;
const mostDecimals = 15;

/** Amounts of a column show as many decimals as the one that needs most. */
export const quantityStyle = (decimals: number): number => firstQuantity + Math.min(decimals, mostDecimals);

const firstFormat = 164;
const formats = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm'];
const quantityFormats = Array.from({ length: mostDecimals + 1 }, (_, decimals) =>
  decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
);

const xf = (
  format: number,
  more: { font?: number; fill?: number; border?: number; quoted?: true; align?: string } = {},
) => {
  const { font = 0, fill = 0, border = 0, quoted, align } = more;
  const start = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1"${font > 0 ? ' applyFont="1"' : ''}${fill > 0 ? ' applyFill="1"' : ''}${border > 0 ? ' applyBorder="1"' : ''}${quoted ? ' quotePrefix="1"' : ''}`;
  return align === undefined ? `${start}/>` : `${start} applyAlignment="1"><alignment ${align}/></xf>`;
};

const [asText, asInteger, asPercent] = [49, 3, 10];
const cellFormats = [
  xf(0),
  xf(0, { font: 1 }),
  xf(asText, { font: 2, fill: 2, border: 1, align: 'vertical="bottom" wrapText="1"' }),
  xf(0, { font: 3, align: 'vertical="top"' }),
  xf(asText),
  xf(asText, { quoted: true }),
  xf(asInteger),
  xf(asPercent),
  xf(firstFormat),
  xf(firstFormat + 1),
  xf(asText, { align: 'horizontal="right"' }),
  xf(asText, { align: 'vertical="top" wrapText="1"' }),
  xf(asText, { font: 2, fill: 2, border: 1, align: 'horizontal="right" vertical="bottom" wrapText="1"' }),
  ...quantityFormats.map((_, index) => xf(firstFormat + formats.length + index, { align: 'horizontal="right"' })),
];

// The order of a font's parts is fixed: bold, size, colour, name.
const colour = (hex: string): string => `<color rgb="FF${hex}"/>`;
const fonts = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  `<font><b/><sz val="16"/>${colour('0B5F5B')}<name val="Calibri"/><family val="2"/></font>`,
  `<font><b/><sz val="11"/>${colour('23211E')}<name val="Calibri"/><family val="2"/></font>`,
  `<font><sz val="11"/>${colour('5F5A52')}<name val="Calibri"/><family val="2"/></font>`,
];

const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEBE7"/><bgColor indexed="64"/></patternFill></fill>',
];
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A847B"/></bottom><diagonal/></border>',
];

const list = (tag: string, items: readonly string[]): string =>
  `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
const numberFormats = [...formats, ...quantityFormats].map(
  (code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${code}"/>`,
);

export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  list('numFmts', numberFormats),
  list('fonts', fonts),
  list('fills', fills),
  list('borders', borders),
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  list('cellXfs', cellFormats),
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
