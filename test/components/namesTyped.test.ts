import { describe, expect, it } from 'vitest';
import { nameTyped, placeByKey } from '#renderer/components/namesTyped.ts';

const names = ['Vera', 'Inês', 'Marek', 'Maren', 'Ömer'];

describe('letters typed in a list of names', () => {
  it.each<[typed: string, at: number, to: string | undefined]>([
    ['m', 0, 'Marek'],
    ['M', 2, 'Maren'],
    ['mm', 2, 'Maren'],
    ['m', 3, 'Marek'],
    ['mare', 3, 'Maren'],
    ['marek', 3, 'Marek'],
    ['ines', -1, 'Inês'],
    ['o', 0, 'Ömer'],
    ['v', 0, 'Vera'],
    ['x', 0, undefined],
    ['mx', 2, undefined],
    ['', 0, undefined],
  ])('%s, from %i, lead to %s', (typed, at, to) => {
    expect(names[nameTyped(names, typed, at)]).toBe(to);
  });

  it('lead nowhere where there are none', () => {
    expect(nameTyped([], 'a', -1)).toBe(-1);
  });
});

describe('keys in a list', () => {
  it('go along it and no further than its ends', () => {
    const from = (key: string) => [-1, 0, 2].map((at) => placeByKey(key, at, 3));
    expect(from('ArrowDown')).toEqual([0, 1, 2]);
    expect(from('ArrowUp')).toEqual([0, 0, 1]);
    expect(from('Home')).toEqual([0, 0, 0]);
    expect(from('End')).toEqual([2, 2, 2]);
    expect(from('Tab')).toEqual([-1, -1, -1]);
  });
});
