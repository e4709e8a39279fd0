import * as harfbuzz from 'harfbuzzjs';
import type { OpenFont, Run } from './glyphs.ts';

/** Fonts as HarfBuzz reads them; a few per document. */
const shapers = new WeakMap<OpenFont, harfbuzz.Font>();

/**
 * Shapes a stretch of one font and one direction: letters that join, marks on their letters, vowels written before
 * their consonant. The font library's own shaper fails on fonts that leave an anchor out, which OpenType allows
 * (OpenType 1.9, GPOS, mark attachment).
 *
 * From left to right the stretch has its text as a whole. From right to left each letter has its own: programs that
 * read such text from a page reorder it by the letters' positions, and would reorder a whole text once too often.
 */
export function shape(font: OpenFont, text: string, isRtl: boolean): Run[] {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  if (isRtl) buffer.setClusterLevel(harfbuzz.ClusterLevel.CHARACTERS);
  buffer.setDirection(isRtl ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  harfbuzz.shape(shaperOf(font), buffer);
  const positions = buffer.getGlyphPositions();
  const infos = buffer.getGlyphInfos();
  const starts = [...new Set(infos.map(({ cluster }) => cluster)), text.length].sort((one, other) => one - other);
  const takesRoom = (cluster: number): boolean =>
    infos.some((info, index) => info.cluster === cluster && (positions[index]?.xAdvance ?? 0) !== 0);
  const isSaid = new Set<number>();
  const runs = infos.map(({ codepoint: id, cluster }, index): Run => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    // Of a letter drawn in several pieces, the one that takes room has its text.
    const isMute = isSaid.has(cluster) || (xAdvance === 0 && takesRoom(cluster));
    const says = isMute ? '' : text.slice(cluster, starts[starts.indexOf(cluster) + 1]);
    if (!isMute) isSaid.add(cluster);
    const { hex, natural } = include(font, id, says);
    const { scale } = font;
    return { font, glyphs: [{ hex, width: xAdvance * scale, natural, x: xOffset * scale, y: yOffset * scale }], says };
  });
  return isRtl ? marksLast(runs) : [{ font, glyphs: runs.flatMap(({ glyphs }) => glyphs), says: text }];
}

/**
 * Pieces without a text of their own, such as the dots of a letter, follow their base, so that it takes its whole
 * room.
 */
function marksLast(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let marks: Run[] = [];
  for (const run of runs) {
    const width = run.glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
    if (run.says === '') {
      marks.push(run);
      continue;
    }
    const moved = marks.map((mark) => ({
      ...mark,
      glyphs: mark.glyphs.map((glyph) => ({ ...glyph, x: glyph.x - width })),
    }));
    result.push(run, ...moved.reverse());
    marks = [];
  }
  return [...result, ...marks];
}

function shaperOf(font: OpenFont): harfbuzz.Font {
  let shaper = shapers.get(font);
  if (shaper === undefined) {
    // A copy of its own: a file read into Node's pool shares its memory with others.
    const bytes = Uint8Array.from(font.bytes);
    shaper = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes.buffer)));
    shapers.set(font, shaper);
  }
  return shaper;
}

/** Takes a glyph into what of the font is embedded, as pdfkit does for text that it shapes itself. */
function include({ subset, font, widths, unicode, scale }: OpenFont, id: number, said: string) {
  const number = subset.includeGlyph(id);
  const natural = font.getGlyph(id).advanceWidth * scale;
  widths[number] ??= natural;
  unicode[number] ??= [...said].map((letter) => letter.codePointAt(0) ?? 0);
  return { hex: number.toString(16).padStart(4, '0'), natural };
}
