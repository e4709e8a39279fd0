import { describe, expect, test } from 'vitest';
import { dark, light, type Tokens } from '#renderer/theme/tokens.ts';

/** Relative luminance of a #rrggbb colour (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['surface', 'raised', 'sunken', 'hover', 'selected'] as const;
const inks = ['text', 'muted', 'link'] as const;

/** Every text on every ground it may stand on, and each mark's text on its own colour. */
const textPairs: (readonly [keyof Tokens, keyof Tokens])[] = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['onReleased', 'released'],
  ['onQuarantine', 'quarantine'],
  ['onRejected', 'rejected'],
  ['onHold', 'hold'],
  ['onNeutral', 'neutral'],
  ['onDanger', 'danger'],
];

/** Lines that say something: the edge of a field, and what has the focus (WCAG 2.2, 1.4.11). */
const linePairs: (readonly [keyof Tokens, keyof Tokens])[] = (['surface', 'raised'] as const).flatMap((ground) => [
  ['control', ground] as const,
  ['focus', ground] as const,
]);

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (_scheme, tokens) => {
  test.each(textPairs)('%s reads on %s at 4.5:1 or better', (ink, ground) => {
    expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(linePairs)('%s shows on %s at 3:1 or better', (line, ground) => {
    expect(contrast(tokens[line], tokens[ground])).toBeGreaterThanOrEqual(3);
  });
});
