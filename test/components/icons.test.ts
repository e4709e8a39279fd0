import { describe, expect, it } from 'vitest';
import { drawings } from '#renderer/components/icons.tsx';

/** What a drawing shows, however its path is written. */
const shapeOf = (path: string): string => path.replace(/[\s,]+/g, '');

describe('the drawings beside words', () => {
  it('mean one thing each', () => {
    const byShape = Map.groupBy(Object.entries(drawings), ([, path]) => shapeOf(path));
    const shared = [...byShape.values()].map((names) => names.map(([name]) => name)).filter(({ length }) => length > 1);
    expect(shared).toEqual([]);
  });

  it('hold a shape, not nothing', () => {
    for (const path of Object.values(drawings)) expect(path).toMatch(/^M[\d.\s]/);
  });
});
