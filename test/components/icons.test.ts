import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { drawings, Icon, type IconName } from '#renderer/components/icons.tsx';

/** What a drawing shows, whatever it is called. */
const shapeOf = (name: string): string =>
  // Object.keys forgets that these are the names.
  [...renderToStaticMarkup(createElement(Icon, { name: name as IconName })).matchAll(/ d="([^"]*)"/g)]
    .map(([, path]) => path)
    .join(' ');

describe('the drawings beside words', () => {
  it('mean one thing each', () => {
    const byShape = Map.groupBy(Object.keys(drawings), shapeOf);
    expect([...byShape.values()].filter(({ length }) => length > 1)).toEqual([]);
  });

  it('hold a shape, not nothing, and are not read aloud', () => {
    for (const name of Object.keys(drawings)) expect(shapeOf(name)).toMatch(/^M[\d.\s]/);
    expect(renderToStaticMarkup(createElement(Icon, { name: 'lock' }))).toContain('aria-hidden="true"');
  });
});
