import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGs1 } from '#shared/kernel/gs1.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import {
  elementsOf,
  elementString,
  elementText,
  labelIssue,
  type LabelGoods,
  linearIssue,
} from '#shared/labels/elements.ts';

const year = 2026;
const bare: LabelGoods = {
  product: 'YOGHURT-500',
  gtin: '',
  lot: '',
  sublot: '',
  serial: '',
  manufacturedOn: '',
  expiresOn: '',
  bestBeforeOn: '',
  useByOn: '',
};
const yoghurt: LabelGoods = { ...bare, gtin: '9501101530003', lot: 'AB-0330' };
const pump: LabelGoods = { ...yoghurt, serial: 'S7', manufacturedOn: '2026-01-31', expiresOn: '2026-12-31' };

const stringOf = (goods: LabelGoods, isUdi = false) => elementString(elementsOf(goods, isUdi));
const issueOf = (goods: LabelGoods, isUdi = false) => {
  const issue = labelIssue(goods, { isUdi, year });
  return issue === undefined ? '' : inEnglish(issue);
};

describe('the elements of a label', () => {
  it('are GTIN, dates, lot and serial, those of fixed length first and FNC1 between open ones alone', () => {
    expect(stringOf(yoghurt)).toBe('010950110153000310AB-0330');
    expect(stringOf(pump)).toBe('0109501101530003172612311126013110AB-0330\u001d21S7');
    expect(elementText(elementsOf(pump))).toBe('(01)09501101530003(17)261231(11)260131(10)AB-0330(21)S7');
    expect(stringOf({ ...pump, lot: '' })).toBe('01095011015300031726123111260131' + '21S7');
  });

  it('say the best before as such, and the use-by date as the day after which goods are not used', () => {
    expect(elementText(elementsOf({ ...yoghurt, bestBeforeOn: '2026-05-01' }))).toContain('(15)260501');
    expect(elementText(elementsOf({ ...yoghurt, useByOn: '2026-05-02' }))).toContain('(17)260502');
    const both: LabelGoods = { ...yoghurt, expiresOn: '2026-05-03', useByOn: '2026-05-02' };
    expect(elementText(elementsOf(both))).toContain('(17)260503');
  });

  it('name a product without a GTIN by its code', () => {
    expect(stringOf({ ...bare, lot: 'L1', serial: 'S1' })).toBe('240YOGHURT-500\u001d10L1\u001d21S1');
  });

  it('are for a UDI the device and what its production identifies it by, and nothing else', () => {
    const said = elementText(elementsOf({ ...pump, bestBeforeOn: '2026-05-01' }, true));
    expect(said).toBe('(01)09501101530003(17)261231(10)AB-0330(21)S7');
  });

  it('name a sublot with its lot, as scans find it', () => {
    expect(stringOf({ ...yoghurt, sublot: 'S2' })).toBe('010950110153000310AB-0330/S2');
  });

  it('say a GTIN of 8, 12 or 13 digits in 14', () => {
    for (const gtin of ['96385074', '012345678905', '9501101530003', '09501101530003'])
      expect(stringOf({ ...yoghurt, gtin })).toBe(`01${gtin.padStart(14, '0')}10AB-0330`);
  });
});

describe('goods that cannot be labelled', () => {
  it.each<[what: string, goods: LabelGoods, said: RegExp]>([
    ['are no lot and no serial', bare, /is no lot and no serial/],
    ['have a GTIN whose check digit is wrong', { ...yoghurt, gtin: '9501101530004' }, /last digit does not check/],
    ['have a GTIN of another length', { ...yoghurt, gtin: '950110153000' }, /last digit does not check/],
    ['have a lot of more than 20 characters', { ...yoghurt, lot: 'A'.repeat(21) }, /has 21 characters.*\(10\).*20/],
    ['have a sublot that makes it longer', { ...yoghurt, lot: 'A'.repeat(18), sublot: 'S2' }, /\(10\)/],
    ['have a serial of more than 20 characters', { ...yoghurt, serial: 'S'.repeat(21) }, /\(21\).*room for 20/],
    ['have a code of more than 30', { ...bare, product: 'P'.repeat(31), lot: 'L' }, /\(240\).*room for 30/],
    ['have a blank in the number', { ...yoghurt, lot: 'AB 0330' }, /the sign “ ”/],
    ['have a letter that barcodes lack', { ...yoghurt, lot: 'Käse-1' }, /the sign “ä”/],
    ['have a sign that barcodes lack', { ...yoghurt, lot: 'A#1' }, /the sign “#”/],
    ['have a date of another century', { ...yoghurt, expiresOn: '2099-01-01' }, /2099-01-01.*another century/],
  ])('%s', (_what, goods, said) => {
    expect(issueOf(goods)).toMatch(said);
  });

  it('lack the GTIN a UDI begins with', () => {
    expect(issueOf({ ...bare, lot: 'L1' })).toBe('');
    expect(issueOf({ ...bare, lot: 'L1' }, true)).toMatch(/no GTIN, which a UDI begins with/);
  });

  it('say more than a linear symbol holds', () => {
    // 16 + 8 + 22 + 1 are 47, to which a serial of one sign adds 3.
    const long: LabelGoods = { ...yoghurt, lot: 'L'.repeat(20), expiresOn: '2026-12-31' };
    expect(linearIssue(elementsOf({ ...long, bestBeforeOn: '' }))).toBeUndefined();
    expect(linearIssue(elementsOf({ ...long, serial: 'S' }))).toBeDefined();
    expect(elementString(elementsOf({ ...long, lot: 'L'.repeat(19), serial: 'S' }))).toHaveLength(49);
    expect(elementString(elementsOf({ ...long, lot: 'L'.repeat(18), serial: 'S' }))).toHaveLength(48);
    expect(linearIssue(elementsOf({ ...long, lot: 'L'.repeat(18), serial: 'S' }))).toBeUndefined();
  });
});

describe('what a label says', () => {
  const signs = [...'!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'];
  const number = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 20 }).map((some) => some.join(''));
  const day = fc
    .integer({ min: 0, max: 3650 })
    .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));

  it('has every sign there is of the invariant 82', () => {
    expect(new Set(signs).size).toBe(82);
    for (const sign of signs) expect([sign, issueOf({ ...yoghurt, lot: sign })]).toEqual([sign, '']);
  });

  it('is read back whole by what reads scans', () => {
    fc.assert(
      fc.property(number, fc.option(number), fc.option(day), fc.option(day), (lot, serial, expires, made) => {
        const goods: LabelGoods = {
          ...yoghurt,
          lot,
          serial: serial ?? '',
          expiresOn: expires ?? '',
          manufacturedOn: made ?? '',
        };
        expect(issueOf(goods)).toBe('');
        expect(readGs1(`]d2${stringOf(goods)}`, year)).toEqual({
          gtin: '09501101530003',
          lot,
          ...(serial === null ? {} : { serial }),
          ...(expires === null ? {} : { expiresOn: expires }),
          ...(made === null ? {} : { manufacturedOn: made }),
        });
      }),
    );
  });
});
