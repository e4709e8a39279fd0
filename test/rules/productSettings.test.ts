import { describe, expect, it } from 'vitest';
import { deriveDates } from '#shared/lots/dates.ts';
import {
  capacityBy,
  decideSetting,
  isOver,
  lifeBy,
  ownSettings,
  parseDuration,
  settingIssue,
  type SettingRule,
  settingTable,
  statusesBy,
  toldDay,
  traceDetailBy,
} from '#shared/products/settings.ts';
import { noShelfLife } from '#shared/products/shelfLife.ts';
import { settingNames } from '#shared/products/vocabulary.ts';

const on = '2026-06-15';
const milk = { code: 'MILK', category: 'DAIRY', own: {} };
const rule = (more: Partial<SettingRule> = {}): SettingRule => ({
  ...{ level: 'site', code: '', setting: 'shelfLife', value: '12m', validFrom: '2026-01-01', ...more },
});
const ofCategory = rule({ level: 'category', code: 'DAIRY', value: '6m' });
const ofProduct = rule({ level: 'product', code: 'MILK', value: '3w' });
const lifeOf = (rules: SettingRule[], owner = milk, day = on) => decideSetting('shelfLife', owner, rules, day);

describe('a setting of a product', () => {
  it('is what the product says, or else its category, or else the site, or else the standard', () => {
    expect(lifeOf([])).toEqual({ value: 'none', level: '', code: '', validFrom: '' });
    expect(lifeOf([rule()])).toMatchObject({ value: '12m', level: 'site', code: '' });
    expect(lifeOf([ofCategory, rule()])).toMatchObject({ value: '6m', level: 'category', code: 'DAIRY' });
    expect(lifeOf([rule(), ofProduct, ofCategory])).toMatchObject({ value: '3w', level: 'product', code: 'MILK' });
  });

  it('is what the product itself has from the beginning, until another day', () => {
    const owner = { ...milk, own: ownSettings({ ...fields, shelfLifeDays: 10 }) };
    expect(lifeOf([ofCategory], owner)).toMatchObject({ value: '10d', level: 'product', validFrom: '' });
    expect(lifeOf([ofProduct], owner)).toMatchObject({ value: '3w', validFrom: '2026-01-01' });
    expect(lifeOf([ofProduct], owner, '2025-12-31')).toMatchObject({ value: '10d', validFrom: '' });
  });

  it('holds from its day on, not the day before, and the later of two days decides whatever their order', () => {
    const later = rule({ value: '18m', validFrom: on });
    for (const rules of [
      [rule(), later],
      [later, rule()],
    ]) {
      expect(lifeOf(rules, milk, '2026-06-14').value).toBe('12m');
      expect(lifeOf(rules, milk, on).value).toBe('18m');
    }
    expect(lifeOf([rule()], milk, '2025-12-31').level).toBe('');
  });

  it('that a level takes back is decided by the level above again; none is a value', () => {
    const back = rule({ level: 'product', code: 'MILK', value: '', validFrom: '2026-02-01' });
    expect(lifeOf([rule(), ofProduct, back])).toMatchObject({ value: '12m', level: 'site' });
    expect(lifeOf([rule(), { ...ofProduct, value: 'none' }])).toMatchObject({ value: 'none', level: 'product' });
  });

  it('is not decided by another category, another product or another setting, nor by a category without a code', () => {
    const others = [{ ...ofCategory, code: 'OTHER' }, { ...ofProduct, code: 'OIL' }, rule({ setting: 'useBy' })];
    expect(lifeOf(others).level).toBe('');
    const nameless = { ...ofCategory, code: '' };
    expect(lifeOf([nameless], { ...milk, category: '' }).level).toBe('');
    expect([isOver(nameless, { ...milk, category: '' }), isOver(ofCategory, milk)]).toEqual([false, true]);
  });
});

const fields = {
  ...noShelfLife,
  ...({ expiryStatus: '', retestStatus: '', lotCapacity: null, standardCost: null, traceDetail: 'detailed' } as const),
};

describe('the value of a setting', () => {
  it.each([
    ['shelfLife', '0d', '36500d', '36501d'],
    ['shelfLife', '12w', '5200w', '5201w'],
    ['shelfLife', '18m', '1200m', '1201m'],
    ['useBy', '', 'none', '1.5m'],
    ['retest', '7d', 'none', '7'],
    ['expiryStatus', 'R', 'Q1', 'A'],
    ['retestStatus', '', 'none', 'X'],
    ['lotCapacity', '0.000001', 'none', '0'],
    ['lotCapacity', '12.5', '', '-1'],
    ['standardCost', '0', 'none', '-1'],
    ['standardCost', '12.3456', '', '1.23456'],
    ['valuation', 'average', '', 'none'],
    ['expiryPrecision', 'monthEnd', '', 'none'],
    ['traceDetail', 'none', 'summary', 'some'],
  ] as const)('%s may be “%s” and “%s”, not “%s”', (setting, one, other, wrong) => {
    expect([settingIssue(setting, one), settingIssue(setting, other)]).toEqual([undefined, undefined]);
    expect(settingIssue(setting, wrong)).toBeDefined();
  });

  it('of every setting has a standard that is one itself', () => {
    for (const name of settingNames)
      expect([name, settingIssue(name, settingTable[name].standard)]).toEqual([name, undefined]);
  });

  it('is days, weeks or months, as lots count them', () => {
    expect(parseDuration('3w')).toEqual({ amount: 3, unit: 'weeks' });
    const said: Record<string, string> = { shelfLife: '18m', bestBefore: '3w', useBy: '5d', retest: 'none' };
    expect(lifeBy((setting) => said[setting] ?? 'day')).toEqual({
      ...{ ...noShelfLife, shelfLifeMonths: 18, bestBeforeDays: 21, useByDays: 5, expiryPrecision: 'day' },
    });
  });

  it('that says none leaves goods their status, lots without a limit and the trace log whole', () => {
    expect(statusesBy(() => 'none')).toEqual({ expiryStatus: '', retestStatus: '' });
    expect([capacityBy(() => 'none'), capacityBy(() => '12.5')]).toEqual([undefined, 12_500_000n]);
    expect([traceDetailBy(() => 'summary'), traceDetailBy(() => 'detailed')]).toEqual(['summary', 'detailed']);
  });
});

describe('a date that is told to the month', () => {
  it('is its last day, or that of the last whole month within it', () => {
    expect(toldDay('2027-02-10', 'day')).toBe('2027-02-10');
    expect(toldDay('2028-02-10', 'monthEnd')).toBe('2028-02-29');
    expect(toldDay('2027-02-10', 'monthBefore')).toBe('2027-01-31');
    // The last day of a month is the month itself, and its first is not.
    expect(toldDay('2027-02-28', 'monthBefore')).toBe('2027-02-28');
    expect(toldDay('2027-03-01', 'monthBefore')).toBe('2027-02-28');
    expect(toldDay('2027-01-01', 'monthBefore')).toBe('2026-12-31');
  });

  it('is expiry and best before, not use by and retest, nor a date that was given', () => {
    const open = { expiresOn: null, bestBeforeOn: null, useByOn: null, retestOn: null };
    const life = {
      ...{ ...noShelfLife, shelfLifeDays: 10, bestBeforeDays: 5, useByDays: 10, retestDays: 5 },
      expiryPrecision: 'monthEnd' as const,
    };
    expect(deriveDates(open, life, '2026-06-01')).toEqual({
      ...{ expiresOn: '2026-06-30', bestBeforeOn: '2026-06-30', useByOn: '2026-06-11', retestOn: '2026-06-06' },
    });
    expect(deriveDates({ ...open, expiresOn: '2026-06-03' }, life, '2026-06-01').expiresOn).toBe('2026-06-03');
  });
});
