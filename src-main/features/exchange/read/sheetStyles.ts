import { textShownBy } from '#shared/exchange/formatCodes.ts';
import { type Attributes, escapeXml, isOn, readXml } from './xmlPart.ts';

/**
 * The number formats that cells refer to by index: how many there are, and the part with them, written anew. `texts`
 * are those that show a text as another one, `struck` those that strike it through, by index.
 */
export type Styles = {
  count: number;
  xml: string;
  texts: ReadonlyMap<number, string>;
  struck: ReadonlySet<number>;
  unseen: ReadonlySet<number>;
};

type Font = { isStruck: boolean; colour: string; points: number };

/** Letters of less than two points are not to be seen. */
const leastPoints = 2;

/** A cell without a filling is white; so is the first colour of a theme, and two of those that have numbers. */
const white = 'rgb FFFFFF';

/** A colour by its attributes (ISO/IEC 29500-1, 18.8.3), "" where it says none that could be compared. */
function colourOf({ rgb = '', theme = '', indexed = '', tint = '0' }: Attributes): string {
  if (rgb !== '') return `rgb ${rgb.slice(-6).toUpperCase()}`;
  if ((theme === '0' && Number(tint) === 0) || indexed === '1' || indexed === '9') return white;
  if (theme !== '') return `theme ${theme} ${Number(tint)}`;
  return indexed === '' || indexed === '64' ? '' : `indexed ${indexed}`;
}

/** Takes the place of a format that the workbook refers to and does not define: a number is shown then as it is. */
export const unsaidFormat = '"?"General';

const [date, time] = ['yyyy-mm-dd', 'h:mm:ss'];

/**
 * Formats that no workbook need spell out, by their numbers (ISO/IEC 29500-1, 18.8.30, and the currencies and accounts
 * of Excel): those every reader of workbooks knows, and those of some languages, of which it matters only what is a date.
 */
const builtIn: ReadonlyMap<number, string> = new Map([
  ...named(0, ['General', '0', '0.00', '#,##0', '#,##0.00']),
  ...named(5, ['#,##0', '#,##0', '#,##0.00', '#,##0.00']),
  ...named(9, ['0%', '0.00%', '0.00E+00', '# ?/?', '# ??/??', date, date, 'd-mmm', 'mmm-yy']),
  ...named(18, [time, time, time, time, `${date} ${time}`]),
  // East Asian calendars and clocks.
  ...named(27, Array<string>(10).fill(date)),
  ...named(37, ['#,##0', '#,##0', '#,##0.00', '#,##0.00', '#,##0', '#,##0', '#,##0.00', '#,##0.00']),
  ...named(45, [time, time, time, '##0.0E+0', '@']),
  ...named(50, Array<string>(9).fill(date)),
  // Thai.
  ...named(59, ['0', '0.00', '#,##0', '#,##0.00']),
  ...named(67, ['0%', '0.00%', '# ?/?', '# ??/??', date, date, 'd-mmm', 'mmm-yy']),
  ...named(75, [time, time, `${date} ${time}`, time, time, time, date]),
]);

function named(first: number, codes: readonly string[]): [number, string][] {
  return codes.map((code, at) => [first + at, code]);
}

/** From here on workbooks number formats of their own. */
const firstOwn = 164;

export function plainStyles(bytes: Buffer | undefined): Styles {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  const looks: { font: number; fill: number }[] = [];
  const fonts: Font[] = [];
  const fills: string[] = [];
  const openFont = (name: string, { val = '1', ...attributes }: Attributes): void => {
    const font = fonts.at(-1);
    if (font === undefined) return;
    if (name === 'strike') font.isStruck = isOn(val);
    if (name === 'color') font.colour = colourOf(attributes);
    if (name === 'sz') font.points = Number(val);
  };
  const listener = {
    open: (name: string, attributes: Attributes, path: readonly string[]) => {
      const { numFmtId = '0', formatCode = '', fontId = '0', fillId = '0', patternType = '' } = attributes;
      const parent = path.at(-1);
      if (name === 'numFmt' && parent === 'numFmts') codes.set(numFmtId, formatCode);
      if (name === 'font' && parent === 'fonts') fonts.push({ isStruck: false, colour: '', points: leastPoints });
      if (parent === 'font' && path.at(-2) === 'fonts') openFont(name, attributes);
      if (name === 'fill' && parent === 'fills') fills.push('');
      if (name === 'patternFill' && parent === 'fill') fills[fills.length - 1] = patternType === 'none' ? white : '';
      if (name === 'fgColor' && parent === 'patternFill') fills[fills.length - 1] = colourOf(attributes);
      if (name !== 'xf' || parent !== 'cellXfs') return;
      ids.push(numFmtId);
      looks.push({ font: Number(fontId), fill: Number(fillId) });
    },
  };
  if (bytes !== undefined) readXml(bytes, listener);
  const used = ids.map((id) => codes.get(id) ?? builtIn.get(Number(id)) ?? unsaidFormat);
  const formats = [...new Set(used)];
  const written = formats.map((code, at) => `<numFmt numFmtId="${firstOwn + at}" formatCode="${escapeXml(code)}"/>`);
  const styles = used.map((code) => `<xf numFmtId="${firstOwn + formats.indexOf(code)}"/>`);
  const xml = `<styleSheet><numFmts count="${written.length}">${written.join('')}</numFmts><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`;
  const texts = new Map([...used.entries()].filter(([, code]) => textShownBy('-', code) !== '-'));
  const stylesWhere = (fits: (font: Font, fill: string) => boolean): Set<number> =>
    new Set(
      [...looks.entries()].flatMap(([at, { font: fontAt, fill }]) => {
        const font = fonts[fontAt];
        return font !== undefined && fits(font, fills[fill] ?? white) ? [at] : [];
      }),
    );
  const struck = stylesWhere(({ isStruck }) => isStruck);
  const unseen = stylesWhere(({ colour, points }, fill) => points < leastPoints || (colour !== '' && colour === fill));
  return { count: styles.length, xml, texts, struck, unseen };
}
