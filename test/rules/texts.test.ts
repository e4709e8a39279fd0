import { describe, expect, test } from 'vitest';
import { errorCodes } from '#shared/kernel/errors.ts';
import { movementKinds } from '#shared/movements/vocabulary.ts';
import { chooseLanguage, texts } from '#shared/texts/index.ts';
import { breakReasons } from '#shared/trace/vocabulary.ts';

type Leaf = readonly [key: string, text: string];

function leaves(tree: object, path = ''): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): Leaf[] => {
    const whole = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[whole, value]];
    return typeof value === 'object' && value !== null ? leaves(value, whole) : [];
  });
}

const placeholders = (text: string): string[] => (text.match(/\{\{[^}]+\}\}/g) ?? []).sort();

const english = leaves(texts.en);
const german = new Map(leaves(texts.de));

describe('the texts', () => {
  test('German has every text English has, and no other', () => {
    expect([...german.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  test('no text is blank, and none shouts', () => {
    for (const [key, text] of [...english, ...german]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toContain('!');
    }
  });

  test('a translation is filled with the same values', () => {
    for (const [key, text] of english) expect(placeholders(german.get(key) ?? ''), key).toEqual(placeholders(text));
  });

  test('what is counted has a singular and a plural', () => {
    const keys = new Set(english.map(([key]) => key));
    for (const key of keys) {
      if (key.endsWith('_one')) expect(keys.has(key.replace(/_one$/, '_other')), key).toBe(true);
    }
  });

  test('every code, movement and break has its words', () => {
    for (const { errors, movements, trace } of Object.values(texts)) {
      expect(Object.keys(errors).sort()).toEqual([...errorCodes].sort());
      expect(Object.keys(movements.kinds).sort()).toEqual([...movementKinds].sort());
      expect(Object.keys(trace.reasons).sort()).toEqual([...breakReasons].sort());
    }
  });
});

describe('choosing a language', () => {
  test('takes the first preferred language there is, whatever its region', () => {
    expect(chooseLanguage(['fr-FR', 'de-AT', 'en-GB'])).toBe('de');
  });

  test('falls back to English', () => {
    expect(chooseLanguage(['fr-FR'])).toBe('en');
    expect(chooseLanguage([])).toBe('en');
  });
});
