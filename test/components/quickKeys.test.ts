import { describe, expect, it } from 'vitest';
import { goesOn, longestPause, QuickKeys, slowestOnPage } from '#renderer/components/quickKeys.ts';
import { AltCode, isSeparatorKey } from '#renderer/components/separatorKeys.ts';
import { ScannedText } from '#renderer/components/scannedText.ts';

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

  it('may pause within a code, where nobody types', () => {
    const keys = new QuickKeys();
    const at = [0, 80, 85, 90, 95, 240, 245, 250];
    const ended = [...'QMR-771', 'Enter'].map((key, place) =>
      keys.endedBy(
        { key, timeStamp: at[place] ?? 0, ctrlKey: false, metaKey: false, altKey: false },
        { pause: longestPause },
      ),
    );
    expect(ended.at(-1)).toBe('first');
  });

  it('may pause before Enter, and before what is sent once more', () => {
    const keys = new QuickKeys();
    const ended = (text: readonly string[], at: (place: number) => number) =>
      text.map((key, place) =>
        keys.endedBy({ key, timeStamp: at(place), ctrlKey: false, metaKey: false, altKey: false }),
      );
    const pressed = [...'LQ-208', 'Enter', 'Tab'];
    expect(ended(pressed, (place) => 1000 + place * 8 + Math.max(0, place - 5) * 200).slice(-2)).toEqual([
      'first',
      'again',
    ]);
    expect(ended(pressed, (place) => 9000 + place * 8 + Math.max(0, place - 5) * 400).slice(-2)).toEqual([
      undefined,
      undefined,
    ]);
    expect(ended(['B', 'Enter'], (place) => 20_000 + place * 8)).toEqual([undefined, undefined]);
  });

  it('may be a little slower outside of fields, and no slower than a person', () => {
    const ended = (apart: number, slowest?: number) => {
      const keys = new QuickKeys();
      return [...'LQ-208', 'Enter']
        .map((key, place) =>
          keys.endedBy(
            { key, timeStamp: 1000 + place * apart, ctrlKey: false, metaKey: false, altKey: false },
            slowest === undefined ? {} : { slowest, pause: longestPause },
          ),
        )
        .at(-1);
    };
    expect([ended(50), ended(50, slowestOnPage), ended(60, slowestOnPage)]).toEqual([undefined, 'first', undefined]);
  });

  it.each([
    ['BT', 12, true],
    ['B', 80, true],
    ['BT', 400, false],
    ['jjk', 5, false],
    // In a picture: nearer, nearer, to the next gap.
    ['++bf', 5, false],
    ['', 5, false],
  ])('behind %j after %d ms, a key goes on with a scan: %s', (read, pause, isOfScan) => {
    expect(goesOn(read, pause)).toBe(isOfScan);
  });
});

describe('a key for the separator', () => {
  const key = (pressed: string, code = '', ctrlKey = true) => ({
    key: pressed,
    code,
    ctrlKey,
    altKey: false,
    metaKey: false,
  });

  it('is what Ctrl makes of an American keyboard, within a scan', () => {
    for (const pressed of [
      key(']', 'BracketRight'),
      key('+', 'BracketRight'),
      key('^', 'Digit6'),
      key('6', 'Digit6'),
      key('\\', 'Backslash'),
      key('_', 'Minus'),
      key('d', 'KeyD'),
      key('F8', 'F8', false),
    ])
      expect([pressed.key, isSeparatorKey(pressed, true)]).toEqual([pressed.key, true]);
    expect(isSeparatorKey(key('\u001e', '', false), false)).toBe(true);
    for (const pressed of [key('d', 'KeyD'), key('6', 'Digit6'), key('F8', 'F8', false), key('-', 'Minus')])
      expect(isSeparatorKey(pressed, false)).toBe(false);
    expect(isSeparatorKey(key('k', 'KeyK'), true)).toBe(false);
  });

  it('is typed by its number with Alt', () => {
    const typed = (digits: string): boolean => {
      const alt = new AltCode();
      for (const digit of digits) alt.takes({ ...key(digit, `Numpad${digit}`, false), altKey: true });
      return alt.ends({ key: 'Alt' });
    };
    expect(['029', '29', '030', '0029', '004'].map(typed)).toEqual([true, true, true, true, true]);
    expect(['30', '31', '4', '065', '0290'].map(typed)).toEqual([false, false, false, false, false]);
  });
});

describe('what was keyed into a field in one go', () => {
  it('is told from what stood there, wherever it was written', () => {
    const heard = new ScannedText();
    const at = (value: string, place: number, timeStamp: number, key = 'x'): string =>
      heard.heard({ key, timeStamp }, { value, selectionStart: place, selectionEnd: place });
    at('OLD', 3, 1000);
    expect(at('OLDQ-1', 6, 1010, 'Enter')).toBe('Q-1');
    at('OLDQ-1', 6, 1020);
    expect(at('OLDQ-1R-2', 9, 1030, 'Enter')).toBe('R-2');
    at('AB', 1, 2000);
    at('AS-B', 3, 2010);
    expect(at('AS-3B', 4, 2020, 'Enter')).toBe('S-3');
  });
});
