import type { LabelDrawing, LabelShape } from '#shared/labels/vocabulary.ts';
import { directionOf } from '../pdf/direction.ts';
import { TaggedDocument } from '../pdf/document.ts';
import type { Element } from '../pdf/nodes.ts';
import { drawText, fixed, ink } from '../pdf/textRuns.ts';
import { layLabel } from './layout.ts';
import type { LabelTask } from './protocol.ts';
import { pages, places } from './sizes.ts';

/**
 * Draws labels as a PDF, tagged and for archiving as reports are: one a page, or side by side on sheets. Answers the
 * first of them as a drawing too. Synchronous but for its end: run it in a worker (see makeLabels.ts).
 * @throws LotlineError VALIDATION where what a label says does not fit its size
 */
export async function drawLabels(task: LabelTask): Promise<{ bytes: Buffer; first: LabelDrawing }> {
  const document = new TaggedDocument(task.head);
  const { width, height, across, down, top } = pages[task.size];
  const place = places[task.size];
  let first: LabelDrawing | undefined;
  let at = across * down === 1 ? 0 : task.skip;
  for (const { content, notes } of task.labels) {
    const laid = new Map<string, LabelDrawing>();
    for (const note of notes) {
      const drawing = laid.get(note) ?? layLabel(content, note, place, document.measure);
      laid.set(note, drawing);
      first ??= drawing;
      const slot = at % (across * down);
      if (slot === 0 || at === task.skip) document.addPage({ size: [width, height], margin: 0 });
      const [x, y] = [(slot % across) * place.width, top + Math.floor(slot / across) * place.height];
      drawOne(document, drawing, { x, y });
      at += 1;
    }
  }
  if (first === undefined) throw new Error('no label to draw');
  return { bytes: await document.finish(), first };
}

type Corner = { x: number; y: number };
type Text = Extract<LabelShape, { kind: 'text' }>;

/** What is ornament first, then the words as one paragraph, then the barcode as a picture that says what it holds. */
function drawOne(document: TaggedDocument, { width, height, shapes }: LabelDrawing, corner: Corner): void {
  document.save();
  document.translate(corner.x, corner.y);
  document.markContent('Artifact', { type: 'Layout' });
  for (const shape of shapes) {
    if (shape.kind === 'box') document.addContent(`${ink(shape.colour)} rg ${rectangle(shape)} f`);
    if (shape.kind === 'line') {
      const path = shape.points.map(([x, y], place) => `${fixed(x)} ${fixed(y)} ${place === 0 ? 'm' : 'l'}`);
      document.addContent(`${ink(shape.colour)} RG ${fixed(shape.width)} w ${path.join(' ')} S`);
    }
  }
  document.endMarkedContent();
  const label = document.element(document.root, 'Sect');
  const words = document.element(label, 'P');
  const texts = shapes.filter((shape) => shape.kind === 'text');
  marked(document, words, 'P', () => {
    for (const [place, text] of texts.entries()) drawWords(document, text, place > 0);
  });
  for (const shape of shapes) {
    if (shape.kind !== 'symbol') continue;
    const bottom = document.page.height - corner.y - shape.y - shape.height;
    const left = corner.x + shape.x;
    const figure = document.element(label, 'Figure', { alt: shape.says.replaceAll('\u001d', ' ') });
    figure.dictionary.data['A'] = {
      O: 'Layout',
      Placement: 'Block',
      BBox: [left, bottom, left + shape.width, bottom + shape.height],
    };
    marked(document, figure, 'Figure', () => {
      const bars = shape.bars.map(([x, y, wide, high]) => rectangle({ x, y, width: wide, height: high }));
      document.addContent(`0 0 0 rg ${bars.join(' ')} f`);
    });
  }
  document.restore();
  if (texts.some(({ x, y, width: wide }) => x + wide > width + 0.5 || y > height))
    throw new Error('a label says something beyond its edge');
}

const rectangle = ({ x, y, width, height }: Corner & { width: number; height: number }): string =>
  `${fixed(x)} ${fixed(y)} ${fixed(width)} ${fixed(height)} re`;

function marked(document: TaggedDocument, element: Element, type: string, draw: () => void): void {
  element.add(document.markStructureContent(type));
  draw();
  document.endMarkedContent();
}

/** Read aloud or copied, the words of a label do not run together. */
function drawWords(document: TaggedDocument, { text, x, y, size, face, colour }: Text, goesOn: boolean): void {
  const font = document.provideFont(
    face.startsWith('code') ? 'code' : 'text',
    face === 'strong' || face === 'codeStrong',
  );
  const look = { font, fontSize: size, color: colour };
  if (goesOn) drawText(document, ' ', { x, y }, look);
  drawText(document, text, { x, y }, look, directionOf(text));
}
