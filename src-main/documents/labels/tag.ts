import type { LabelShape, TagState } from '#shared/labels/vocabulary.ts';
import { colour, statusColours } from '../pdf/look.ts';
import type { Measure } from './flow.ts';
import { millimetre } from './sizes.ts';

type Band = { x: number; y: number; width: number; room: number };
type Sign = { points: [x: number, y: number][]; isThick: boolean };

/** The sign of each state, in a square of one: without colours the states differ by it, and by their words. */
const signs: Readonly<Record<TagState, readonly Sign[]>> = {
  A: [
    {
      points: [
        [0, 0.55],
        [0.35, 0.95],
        [1, 0.05],
      ],
      isThick: true,
    },
  ],
  Q: [
    {
      points: [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
        [0, 0],
      ],
      isThick: false,
    },
  ],
  R: [
    {
      points: [
        [0, 0],
        [1, 1],
      ],
      isThick: true,
    },
    {
      points: [
        [1, 0],
        [0, 1],
      ],
      isThick: true,
    },
  ],
  hold: [
    {
      points: [
        [0.22, 0],
        [0.22, 1],
      ],
      isThick: true,
    },
    {
      points: [
        [0.78, 0],
        [0.78, 1],
      ],
      isThick: true,
    },
  ],
};

const hold = { fill: '#e8e0f7', ink: '#54299a' };

/** The band of a status tag: the word and the sign in the colours of the status; rejected goods are light on dark. */
export function bandOf(
  { state, word }: { state: TagState; word: string },
  { x, y, width, room }: Band,
  measure: Measure,
): { shapes: LabelShape[]; height: number } {
  const look = (state === 'hold' ? hold : statusColours[state]) ?? hold;
  const [fill, ink] = state === 'R' ? [look.ink, colour.paper] : [look.fill, look.ink];
  const height = Math.min(room * 0.3, width * 0.22);
  const line = Math.max(0.8, height * 0.04);
  const side = height * 0.44;
  const [left, top] = [x + height * 0.3, y + (height - side) / 2];
  const start = left + side + height * 0.25;
  const space = x + width - height * 0.2 - start;
  const size = Math.min(height * 0.62, (space / Math.max(measure(word, 'strong', 100), 1)) * 100);
  return {
    height: height + 1.2 * millimetre,
    shapes: [
      { kind: 'box', x, y, width, height, colour: fill },
      ...frame({ x, y, width, height }, line, look.ink),
      ...signs[state].map(
        ({ points, isThick }): LabelShape => ({
          kind: 'line',
          points: points.map(([across, down]) => [left + across * side, top + down * side]),
          width: side * (isThick ? 0.2 : 0.1),
          colour: ink,
        }),
      ),
      {
        kind: 'text',
        text: word,
        x: start,
        y: y + height / 2 + size * 0.36,
        size,
        width: measure(word, 'strong', size),
        face: 'strong',
        colour: ink,
      },
    ],
  };
}

function frame(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  line: number,
  ink: string,
): LabelShape[] {
  const [left, top, right, bottom] = [x + line / 2, y + line / 2, x + width - line / 2, y + height - line / 2];
  const points: [number, number][] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
  return [{ kind: 'line', points, width: line, colour: ink }];
}
