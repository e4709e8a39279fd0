import { describe, expect, it } from 'vitest';
import { judgePassword } from '#shared/security/passwords.ts';

const person = { user: 'ines', name: 'Inês Prado' };
const known = ['quality Manager', 'warehouse', 'qmoreau', 'Quentin Moreau', 'Bo Li'];
const ruleOf = (text: string): unknown => {
  const verdict = judgePassword(text, person, known);
  return verdict.ok ? 'taken' : verdict.details?.['rule'];
};

describe('a password', () => {
  it.each([
    'qwertyuiop12345 abcd',
    'QWERTZUIOPÜ-4321',
    'poiuytrewq-lkjhgf',
    '1qaz2wsx3edc4rfv',
    'azertyuiop09876x',
    'zxcvbnm,zxcvbnm!a',
    '1234567890abcdef!',
  ])('of walks over the keyboard is refused: %s', (text) => {
    expect(['common', 'monotonous']).toContain(ruleOf(text));
  });

  it.each([
    'old Moreau rides here',
    'three m0reau words',
    'the warehouse at night',
    'one manager too few',
    'QMOREAU and a horse',
  ])('with the name of a colleague or a role is refused: %s', (text) => expect(ruleOf(text)).toBe('known'));

  it('with the own name is refused', () => {
    expect(ruleOf('seven prado horses')).toBe('own');
    expect(ruleOf('the ines of the sea')).toBe('own');
  });

  it.each([
    'copper lantern field',
    'Tr0ub4dor&3xyz!',
    'asdf but long words follow',
    'bolder words than that',
    'sweet 1234 thunder cloud',
  ])('of words that only its owner puts together is taken: %s', (text) => expect(ruleOf(text)).toBe('taken'));
});
