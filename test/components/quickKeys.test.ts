import { describe, expect, it } from 'vitest';
import { QuickKeys } from '#renderer/components/quickKeys.ts';

/** What each key of a text ended, when they follow one another in so many milliseconds; `⏎` and `⇥` are Enter and Tab. */
function ends(text: string, pause: number): (string | undefined)[] {
  const keys = new QuickKeys();
  const names: Readonly<Record<string, string>> = { '⏎': 'Enter', '⇥': 'Tab', '⇧': 'Shift' };
  return [...text].map((sign, place) =>
    keys.endedBy({
      key: names[sign] ?? sign,
      timeStamp: 1000 + place * pause,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
    }),
  );
}

describe('keys of a scanner', () => {
  it.each([
    ['LQ-208⏎', ['first']],
    ['LQ-208⇥', ['first']],
    ['LQ-208⏎⇥', ['first', 'again']],
    ['LQ-208⇥⏎', ['first', 'again']],
    ['⇧L⇧Q-208⏎⏎', ['first', 'again']],
    ['LQ-1⏎LQ-2⏎', ['first', 'first']],
    ['LQ⏎', []],
    ['⏎⇥', []],
  ])('%s end a code as %o', (text, said) => {
    expect(ends(text, 8).filter((end) => end !== undefined)).toEqual(said);
  });

  it('are no person’s, who types slower', () => {
    for (const text of ['LQ-20815⏎', 'LQ-20815⇥', 'LQ-20815⏎⇥'])
      expect(
        ends(text, 60).every((end) => end === undefined),
        text,
      ).toBe(true);
  });
});
