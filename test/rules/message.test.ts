import { describe, expect, it } from 'vitest';
import { formatMessage, inEnglish, isMessage, msg } from '#shared/kernel/message.ts';

const german = new Map([
  ['{0} faults in {1}', 'In {1} sind {0} Fehler'],
  ['row {0}', 'Zeile {0}'],
]);
const read = (message: Parameters<typeof formatMessage>[0]): string =>
  formatMessage(message, { language: 'de', patternOf: (english) => german.get(english) });

describe('a message', () => {
  const message = msg`${{ count: 2999 }} faults in ${msg`row ${1234}`}`;

  it('is read in English, and in another language in its order of words', () => {
    expect(inEnglish(message)).toBe('2,999 faults in row 1234');
    expect(read(message)).toBe('In Zeile 1234 sind 2.999 Fehler');
  });

  it('stays English where a language has nothing for it', () => {
    expect(read(msg`There is no ${'L-1'}.`)).toBe('There is no L-1.');
  });

  it('takes what looks like a place within a value for the value it is', () => {
    expect(inEnglish(msg`no ${'{1}'} in ${'$& {0}'}`)).toBe('no {1} in $& {0}');
  });

  it('is known when it comes from outside', () => {
    expect(isMessage(JSON.parse(JSON.stringify(message)))).toBe(true);
    for (const other of [
      'text',
      null,
      {},
      { pattern: 1, values: [] },
      { pattern: '', values: [null] },
      { pattern: '', values: {} },
    ])
      expect(isMessage(other)).toBe(false);
  });
});
