import { expect, it } from 'vitest';
import { type Booking, maySayAgain } from '#shared/movements/bookedTwice.ts';
import { parseMoment } from '#shared/kernel/dates.ts';

const at = (clock: string): number => parseMoment(`2026-02-03T${clock}Z`) ?? NaN;

const booking = (more: Partial<Booking> = {}): Booking => ({
  ...{ externalId: null, at: at('10:15:23'), line: '10', workOrder: '', run: '', partner: 'MILL', equipment: '' },
  ...{ fromLot: '', fromSublot: '', fromSerial: '', toLot: 'L1', toSublot: '', toSerial: '' },
  ...more,
});

/** Whichever of the two was there first. */
const areOne = (one: Partial<Booking>, other: Partial<Booking>): boolean => {
  const [now, before] = [booking(one), booking(other)];
  expect(maySayAgain(before, now)).toBe(maySayAgain(now, before));
  return maySayAgain(now, before);
};

it('what one row leaves blank says nothing, and what both name tells them apart', () => {
  const names = ['line', 'workOrder', 'run', 'partner', 'equipment', 'toLot', 'toSublot', 'toSerial'] as const;
  for (const name of [...names, 'fromLot', 'fromSublot', 'fromSerial'] as const) {
    expect(areOne({ [name]: 'X' }, { [name]: '' })).toBe(true);
    expect(areOne({ [name]: 'X' }, { [name]: 'X' })).toBe(true);
    expect(areOne({ [name]: 'X' }, { [name]: 'Y' })).toBe(false);
  }
});

it('without an id no seconds tell two rows apart, but minutes do', () => {
  const [ours, other] = [{ at: at('10:15:23') }, { at: at('10:15:41') }];
  expect([areOne(ours, other), areOne(ours, { at: at('10:15:00') })]).toEqual([true, true]);
  expect(areOne({ ...ours, externalId: 'A' }, other)).toBe(true);
  expect([areOne(ours, { at: at('10:16:00') }), areOne(ours, { at: at('10:14:59') })]).toEqual([false, false]);
});

it('of two ids each is a booking of its own, but on one line at one time, be it cut short', () => {
  const [ours, other] = [
    { externalId: 'A', at: at('10:15:23.450120') },
    { externalId: 'B', at: at('10:15:23.450120') },
  ];
  expect(areOne(ours, other)).toBe(true);
  for (const short of ['10:15:23.450', '10:15:23', '10:15:00'])
    expect(areOne(ours, { ...other, at: at(short) })).toBe(true);
  for (const apart of ['10:15:20', '10:15:24', '10:15:23.460', '10:10:00', '10:00:00'])
    expect(areOne(ours, { ...other, at: at(apart) })).toBe(false);
  expect([areOne({ ...ours, line: '' }, other), areOne({ line: '' }, { line: '' })]).toEqual([false, true]);
});
