import { describe, expect, it } from 'vitest';
import { type Slots, slotsLeft, slotsOf } from '#shared/inspections/slots.ts';
import { formatMoment, parseMoment } from '#shared/kernel/dates.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';

const at = (time: string, day = '2026-06-01'): number => parseMoment(`${day}T${time}:00Z`) ?? 0;
const rule = (more: Partial<Slots>): Slots => ({
  kind: 'slots',
  by: 'none',
  n: 0,
  starts: [],
  isFirst: false,
  ...more,
});
const made = (...outputs: readonly (readonly [time: string, quantity: number])[]) =>
  outputs.map(([time, quantity]) => ({ at: at(time), quantity: quantity * oneUnit }));
const said = (more: Partial<Slots>, outputs: ReturnType<typeof made>) =>
  slotsOf(rule(more), outputs, 0).map(({ slot, from, until }) => {
    const time = (moment: number | null): string => (moment === null ? '' : formatMoment(moment).slice(11, 16));
    return `${slot}: ${time(from)}-${time(until)}`;
  });

describe('the slots of a run', () => {
  it('are counted by hours from its first output, and begin no later than its last', () => {
    expect(said({ by: 'hours', n: 2 }, made(['06:10', 5], ['10:09', 5]))).toEqual(['1: 06:10-08:10', '2: 08:10-10:10']);
    expect(said({ by: 'hours', n: 2 }, made(['06:10', 5], ['10:10', 5]))).toHaveLength(3);
    expect(said({ by: 'hours', n: 2 }, [])).toEqual([]);
  });

  it('are the shifts of the clock; a run that begins within one has the rest of it, also over midnight', () => {
    const starts = ['06:00', '14:00', '22:00'];
    expect(said({ by: 'shifts', starts }, made(['07:30', 5], ['14:00', 5]))).toEqual([
      '2026-06-01 06:00: 07:30-14:00',
      '2026-06-01 14:00: 14:00-22:00',
    ]);
    expect(said({ by: 'shifts', starts }, made(['01:00', 5]))).toEqual(['2026-05-31 22:00: 01:00-06:00']);
  });

  it('are due with every so many made, and over with the next so many; one booking can reach several', () => {
    expect(said({ by: 'quantity', n: 100 }, made(['06:00', 99], ['07:00', 1], ['08:00', 100], ['09:00', 200]))).toEqual(
      [...['1: 07:00-08:00', '2: 08:00-09:00', '3: 09:00-09:00', '4: 09:00-']],
    );
  });

  it('that one booking passes stand together, however many they are', () => {
    const slots = slotsOf(rule({ by: 'quantity', n: 1 }), made(['06:00', 1], ['07:00', 900_000_000]), 0);
    expect(slots.map(({ slot, count }) => [slot, count])).toEqual([
      ['1', 1],
      ['2–900000000', 899_999_999],
      ['900000001', 1],
    ]);
  });

  it('have the first piece beside them', () => {
    expect(said({ isFirst: true }, made(['06:10', 1]))).toEqual(['first: 06:10-']);
    expect(said({ isFirst: true, by: 'hours', n: 8 }, made(['06:10', 1]))).toEqual(['first: 06:10-', '1: 06:10-14:10']);
  });
});

describe('a slot that nothing is on record of', () => {
  const slots = slotsOf(rule({ by: 'hours', n: 1 }), made(['06:00', 1], ['09:30', 1]), 0);
  const names = (now: string, kept: Parameters<typeof slotsLeft>[1] = []) => {
    const left = slotsLeft(slots, kept, at(now));
    return [left.over.map(({ slot }) => slot).join(''), left.now.map(({ slot }) => slot).join('')];
  };

  it('is over from the moment the next one begins', () => {
    expect(names('09:59')).toEqual(['123', '4']);
    expect(names('10:00')).toEqual(['1234', '']);
  });

  it('is none that was inspected, or that was missed with others in a row', () => {
    expect(names('09:59', [{ slot: '2', from: at('07:00'), until: at('08:00') }])).toEqual(['13', '4']);
    expect(names('09:59', [{ slot: '1', from: at('06:00'), until: at('09:00') }])).toEqual(['', '4']);
  });
});
