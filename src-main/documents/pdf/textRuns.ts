import type { Direction } from './direction.ts';
import type { TaggedDocument } from './document.ts';
import type { Run } from './glyphs.ts';
import type { Inline } from './nodes.ts';

type Look = Pick<Inline, 'font' | 'fontSize' | 'color'>;

/** Draws a text in one look, glyph by glyph from its face's memory; `y` is that of its baseline. */
export function drawText(
  document: TaggedDocument,
  text: string,
  { x, y }: { x: number; y: number },
  { font, fontSize, color }: Look,
  direction: Direction = 'ltr',
): void {
  const scale = fontSize / 1000;
  const parts: string[] = [];
  let at = x;
  for (const run of font.face.set(text, direction).runs) {
    document.page.fonts[run.font.id] ??= run.font.ref();
    const shown = shownGlyphs(run, at, y, scale).map(
      ([place, hex]) => `${place}/${run.font.id} ${fixed(fontSize)} Tf <${hex}> Tj`,
    );
    const words = shown.join(' ');
    parts.push(run.says === undefined ? words : `/Span <</ActualText <${utf16(run.says)}>>> BDC ${words} EMC`);
    at += run.glyphs.reduce((sum, { width }) => sum + width, 0) * scale;
  }
  // The page is turned upside down by the library, so that y grows downwards; letters are turned back.
  document.addContent(`BT ${ink(color)} rg 1 0 0 -1 ${fixed(x)} ${fixed(y)} Tm ${parts.join(' ')} ET`);
}

export const fixed = (value: number): string => String(Math.round(value * 1000) / 1000);

const inks = new Map<string, string>();
/** "#0b5f5b" as the three shares PDF wants. */
export function ink(hex: string): string {
  let shares = inks.get(hex);
  if (shares === undefined) {
    shares = [1, 3, 5].map((at) => fixed(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
    inks.set(hex, shares);
  }
  return shares;
}

/** Glyphs with their positions: as one string while each follows the one before by its own width. */
function shownGlyphs({ glyphs, says }: Run, start: number, y: number, scale: number): [place: string, hex: string][] {
  if (says === undefined) return [['', glyphs.map(({ hex }) => hex).join('')]];
  const shown: [string, string][] = [];
  let x = start;
  let isNext = false;
  for (const { hex, width, natural, x: right, y: up } of glyphs) {
    const last = shown.at(-1);
    if (isNext && last !== undefined && right === 0 && up === 0) last[1] += hex;
    else shown.push([`1 0 0 -1 ${fixed(x + right * scale)} ${fixed(y - up * scale)} Tm `, hex]);
    x += width * scale;
    isNext = right === 0 && up === 0 && Math.abs(width - (natural ?? width)) < 0.5;
  }
  return shown;
}

const utf16 = (text: string): string => `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
