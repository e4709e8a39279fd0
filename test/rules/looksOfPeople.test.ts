import { describe, expect, it } from 'vitest';
import { areOneCode, areOneName } from '#shared/people/looksOfPeople.ts';

describe('names of people', () => {
  it.each([
    ['Ida Holm', 'IDA  HOLM'],
    ['Ida Holm', 'Idа Holm'],
    ['Ida Holm', 'lda Holm'],
    ['Ida Holm', 'Іda Hоlm'],
    ['Ida Holm', 'Ida Ho1m'],
    ['Ola Moe', '0la Moe'],
    ['Arno Berndt', 'Amo Bemdt'],
    ['Ida Holm', 'Ｉda Ｈolm'],
    ['Ida Holm-Lie', 'Ida Holm Lie'],
    ['Ida O’Neil', "Ida O'Neil"],
    ['Ида Холм', 'ида холм'],
    ['داد', 'دا\u200cد'],
  ])('%s and %s are read as one', (one, other) => {
    expect(areOneName(one, other)).toBe(true);
    expect(areOneName(other, one)).toBe(true);
  });

  it.each([
    ['Ida Holm', 'Ida Holm (dairy)'],
    ['Ida Holm', 'Ida M. Holm'],
    ['Ida Holm', 'Ada Holm'],
    ['Jo Möller', 'Jo Moller'],
    ['Jo Möller', 'Jo Moeller'],
    ['Ines', 'Inès'],
    ['王伟', '王玮'],
    ['Ida Holm 1', 'Ida Holm 2'],
  ])('%s and %s are two', (one, other) => expect(areOneName(one, other)).toBe(false));
});

it('user names and roles are read as one whatever letter case they are typed in', () => {
  for (const other of ['Ida.holm', 'lda.holm', '1da.h0lm', 'ida-holm', 'IDA_HOLM'])
    expect(areOneCode('ida.holm', other), other).toBe(true);
  for (const other of ['idaholm', 'ada.holm', 'ida.holm2', 'ida.h']) expect(areOneCode('ida.holm', other)).toBe(false);
  expect(areOneCode('amend', 'arnend')).toBe(true);
});
