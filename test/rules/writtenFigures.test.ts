import { describe, expect, it } from 'vitest';
import { decimalIssue, plainDecimal } from '#shared/exchange/decimals.ts';
import { noDateSaying, writtenDateIssue } from '#shared/exchange/writtenDates.ts';
import { readWrittenTime } from '#shared/exchange/times.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { inEnglish } from '#shared/kernel/message.ts';

const timeOf = (text: string): string => {
  const time = readWrittenTime(text);
  return typeof time === 'function' ? inEnglish(time(text)) : `${formatMoment(time.moment)} ${time.offsetMinutes}`;
};

describe('a time', () => {
  it.each([
    ['2026-03-09T07:30:00.0000000+01:00', '2026-03-09T06:30:00Z 60'],
    ['2026-03-09T07:30:00.123456789Z', '2026-03-09T07:30:00.123456Z 0'],
    ['2026-03-09T07:30:00,5+0100', '2026-03-09T06:30:00.500Z 60'],
    ['2026-03-09 07:30:00+01', '2026-03-09T06:30:00Z 60'],
    ['2026-03-09 07:30:00.000 +01:00', '2026-03-09T06:30:00Z 60'],
    ['2026-03-09t07:30z', '2026-03-09T07:30:00Z 0'],
    ['2026-03-09 07:30:00 UTC', '2026-03-09T07:30:00Z 0'],
    ['2026-03-09 07:30:00 UTC-03:30', '2026-03-09T11:00:00Z -210'],
    ['20260309T073000+0545', '2026-03-09T01:45:00Z 345'],
    ['2026-03-09T07:30:00+01:00[Europe/Berlin]', '2026-03-09T06:30:00Z 60'],
    ['2026-03-09 07:30:00.123456789 +0100 CET', '2026-03-09T06:30:00.123456Z 60'],
    ['2026-03-09 07:30:00.000 Etc/UTC', '2026-03-09T07:30:00Z 0'],
    ['2026-03-09T07:30:00\u221205:00', '2026-03-09T12:30:00Z -300'],
    ['2026-03-09T07:30:00-00:00', '2026-03-09T07:30:00Z 0'],
  ])('written as %s is read', (text, read) => {
    expect(timeOf(text)).toBe(read);
  });

  it('that is finer than a microsecond never gets later', () => {
    expect(timeOf('2026-12-31T23:59:59.9999999Z')).toBe('2026-12-31T23:59:59.999999Z 0');
  });

  it.each([
    ['2026-03-09', '” has no time of day'],
    ['2026-13-45', 'is no day of the calendar, and has no time of day'],
    ['20260230', 'is no day of the calendar, and has no time of day'],
    ['2026-03-09T07:30:00', 'no offset'],
    ['2026-03-09 07:30:00.123', 'no offset'],
    ['2026-03-09 07:30:00 CET', 'by letters'],
    ['2026-03-09T07:30:00 Europe/Berlin', 'by letters'],
    ['2026-03-09 07:30:00 Etc/GMT+1', 'by letters'],
    ['2026-03-09 07:30:00 AM +01:00', 'by letters'],
    ['2026-03-09T07:30:00+1', 'offset that cannot be read'],
    ['2026-03-09T07:30:00+100', 'offset that cannot be read'],
    ['2026-03-09T07:30:00+15:00', 'no place on earth'],
    ['2026-02-29T07:30:00Z', 'in no calendar'],
    ['2026-03-09T24:00:00Z', 'no clock shows'],
    ['2026-03-09T07:60:00Z', 'no clock shows'],
    ['2150-03-09T07:30:00Z', 'outside the years'],
    ['09.03.2026 07:30', 'is no time'],
    ['46090.3125', 'is no time'],
    ['2026-03-9T07:30:00Z', 'is no time'],
    ['202603-09T07:30:00Z', 'is no time'],
  ])('written as %s is refused, and why is said truly', (text, why) => {
    expect(timeOf(text)).toContain(why);
  });
});

describe('a decimal', () => {
  it.each([
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    ['+5', '5'],
    ['+.25', '0.25'],
    ['\u22125.0', '-5.0'],
    ['12.50', '12.50'],
    ['00000000000000000012.50', '12.50'],
    ['000', '0'],
    ['0.', '0'],
  ])('written as %s means %s', (text, plain) => {
    expect(plainDecimal(text)).toBe(plain);
  });

  it.each(['', '.', '+', '-', '+-5', '1,5', '1 000', '1e3', '5-', '٣', '0x10', '1.2.3'])(
    'is not made of “%s”',
    (text) => {
      expect(plainDecimal(text)).toBe(text);
    },
  );

  it.each([
    ['1,5', 'several ways'],
    [',5', 'several ways'],
    ['1.000,5', 'several ways'],
    ['1,000.50', 'several ways'],
    ['1 000', 'several ways'],
    ['1’000', 'several ways'],
    ['1.000.000', 'several ways'],
    ['1e-3', 'exponent'],
    ['1.5E+07', 'exponent'],
    ['0.0000001', 'more decimals'],
    ['0.00000010', 'more decimals'],
    ['99999999999999999999', 'larger than any'],
    ['9007199254.740993', 'larger than any'],
    ['9007199254.7409930', 'larger than any'],
    ['9007199254.7409931', 'more decimals'],
    ['ten', 'is no quantity'],
    ['(12)', 'below zero'],
    ['( 1,250.50 )', 'below zero'],
    ['12-', 'below zero'],
    ['12.5\u2212', 'below zero'],
    ['(ten)', 'is no quantity'],
    ['()', 'is no quantity'],
    ['5-7', 'is no quantity'],
  ])('written as %s is refused, and why is said truly', (text, why) => {
    expect(inEnglish(decimalIssue(text, text, 'quantity'))).toContain(why);
  });
});

it('a day or a time that a spreadsheet keeps as a number is refused, and what to do is said', () => {
  const dayOf = (text: string): string => inEnglish(writtenDateIssue(text)(text));
  expect(dayOf('46113')).toContain('mostly 2026-04-01. Format the column as dates');
  expect(dayOf('46113.4375')).toContain('mostly 2026-04-01');
  for (const empty of ['0', '1900-01-00', '1900-01-01', '1899-12-30', '0000-00-00', '0001-01-01 00:00:00'])
    expect(dayOf(empty)).toContain('makes of an empty date');
  for (const other of ['12', '461130', '20260401', '0226-01-31', '2026-02-30', 'soon'])
    expect(dayOf(other)).toContain('is no calendar date');
  for (const number of ['0.4375', ',4375', '46113.4375', '46113'])
    expect(timeOf(number)).toContain('but the number under which a spreadsheet keeps a day or a time of day');
  for (const other of ['10:30', '4.5', '20260401', '1.0']) expect(timeOf(other)).not.toContain('spreadsheet');
});

it.each([
  ...['9999-12-31', '99991231', '2999-12-31', '31.12.9999', '9999-99-99', '2099-99-99', '9999-12-31 00:00:00'],
  ...['0000-00-00', '00000000', '00.00.0000', '3000-01-01', '12/31/2999'],
])('%s is how a program writes that there is no date', (text) => expect(noDateSaying(text)).toBeDefined());

it('a mistyped year is none of them, and said truly', () => {
  for (const text of ['2206-06-20', '3026-05-01', '2199-12-31', '2026-00-00', '0226-01-31', '1900-01-01', '0'])
    expect([text, noDateSaying(text)]).toEqual([text, undefined]);
  expect(inEnglish(writtenDateIssue('2206-06-20')('2206-06-20'))).toContain('outside the years that can be kept');
});
