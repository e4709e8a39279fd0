import { describe, expect, test } from 'vitest';
import { blankOf, fieldsIn, fitting, type FormParts, readValues, startOf, typedOver } from '#renderer/forms/values.ts';

type Gauge = {
  code: string;
  name: string;
  months: number | null;
  tolerance: string;
  uses: string[];
  retired: boolean;
  standard: string;
  password: string;
};
const gauge: Gauge = {
  code: 'G-7',
  name: 'Feeler gauge',
  months: 12,
  tolerance: '0.5',
  uses: ['inspection', 'setting'],
  retired: false,
  standard: '',
  password: '',
};
const parts: FormParts<Gauge> = [
  { kind: 'code', name: 'code', label: 'audit.fields.code', fixed: true },
  {
    legend: 'forms.changes',
    fields: [
      { kind: 'text', name: 'name', label: 'fields.name' },
      { kind: 'wholeNumber', name: 'months', label: 'fields.quantity', fault: 'products.faults.days' },
      { kind: 'decimal', name: 'tolerance', label: 'fields.value', unit: 'mm' },
    ],
  },
  { kind: 'choices', name: 'uses', label: 'people.roles', options: [] },
  { kind: 'flag', name: 'retired', label: 'people.disable' },
  {
    kind: 'code',
    name: 'standard',
    label: 'fields.document',
    read: (text) => text.toUpperCase(),
    when: ({ retired }) => !retired,
  },
  { kind: 'secret', secret: 'current', name: 'password', label: 'people.password' },
];
const fields = fieldsIn(parts);
const start = startOf(fields, gauge, 'en');
const read = (typed: object) => readValues(fields, gauge, { ...start, ...typed });

describe('what a form begins with', () => {
  test('is each recorded value as it stands in a field, and no secret', () => {
    expect(start).toEqual({
      code: 'G-7',
      name: 'Feeler gauge',
      months: '12',
      tolerance: '0.5',
      uses: ['inspection', 'setting'],
      retired: false,
      standard: '',
    });
    expect(startOf(fields, { ...gauge, months: null }, 'en')).toMatchObject({ months: '' });
  });

  test('has the decimal mark of the language, and reads back as it was', () => {
    for (const tolerance of ['0.5', '1.25', '1234.567', '-3.125', '7']) {
      const german = startOf(fields, { ...gauge, tolerance }, 'de');
      expect(german['tolerance']).toBe(tolerance.replace('.', ','));
      expect(readValues(fields, { ...gauge, tolerance }, german, 'de').changed).toEqual({});
    }
  });

  test('left blank loses its texts and choices', () => {
    expect(blankOf(start)).toMatchObject({ name: '', months: '', uses: [], retired: false });
  });
});

describe('what is changed', () => {
  test('is nothing where another spelling means what is recorded', () => {
    expect(read({}).changed).toEqual({});
    const spelt = { name: ' Feeler  gauge ', months: '012', tolerance: '00.500', uses: ['setting', 'inspection'] };
    expect(read(spelt).changed).toEqual({});
    expect(read({ name: 'Feeler gauge' }).changed).toEqual({});
  });

  test('is sent as the command takes it', () => {
    const typed = { name: 'Slip gauge', months: '', tolerance: '1.250', uses: [], retired: true };
    expect(read(typed).changed).toEqual({
      name: 'Slip gauge',
      months: null,
      tolerance: '1.25',
      uses: [],
      retired: true,
    });
    expect(read({ standard: 'iso 9' }).changed).toEqual({ standard: 'ISO 9' });
  });

  test('is nothing of a field that is fixed, absent, or holds a secret', () => {
    expect(read({ code: 'G-8' }).changed).toEqual({});
    expect(read({ standard: 'iso 9', retired: true }).changed).toEqual({ retired: true });
    expect(read({ password: 'copper-lantern' })).toMatchObject({ changed: {}, after: { password: 'copper-lantern' } });
  });

  test('cannot be read where a number is none', () => {
    for (const text of ['a year', '1.5', '1e3', '0x10', '12,5'])
      expect(read({ months: text }).unread, text).toEqual({ months: 'products.faults.days' });
    expect(read({ months: ' 18 ' })).toMatchObject({ unread: {}, changed: { months: 18 } });
    // A comma is the decimal mark, or parts thousands: what may be either is not read.
    const typed = (tolerance: string, locale: string) => readValues(fields, gauge, { ...start, tolerance }, locale);
    expect(typed('1,250', 'de').changed).toEqual({ tolerance: '1.25' });
    expect(typed('1.250,5', 'de').changed).toEqual({ tolerance: '1250.5' });
    expect(typed('1.250', 'de')).toMatchObject({ changed: {}, unread: { tolerance: 'forms.wholeNumber' } });
    expect(typed('1,250', 'en')).toMatchObject({ changed: {}, unread: { tolerance: 'forms.wholeNumber' } });
    // What is no decimal is for the schema to refuse.
    expect(read({ tolerance: '1,5' })).toMatchObject({ unread: {}, after: { tolerance: '1,5' } });
  });
});

describe('a draft', () => {
  test('keeps what was typed over the record, and nothing that stands there again as it was', () => {
    expect(typedOver(start, { ...start, name: 'Slip gauge', retired: true })).toEqual({
      name: 'Slip gauge',
      retired: true,
    });
    expect(typedOver(start, { ...start, uses: ['setting', 'inspection'] })).toEqual({});
  });

  test('of an older form leaves out what fits no field of this one', () => {
    const typed = { code: 'G-8', name: 'Slip gauge', uses: 'setting', retired: 'no', colour: 'red', password: 'x' };
    expect(fitting(fields, start, typed)).toEqual({ name: 'Slip gauge' });
  });
});
