import { describe, expect, it } from 'vitest';
import { columnsOf, exportColumns } from '#shared/exchange/columns.ts';
import { recordColumns } from '#shared/exchange/recordColumns.ts';
import { field, optional, record } from '#shared/kernel/record.ts';
import { noDates, withDatesOfLot } from '#shared/lots/dates.ts';

describe('the columns of a file that holds records', () => {
  const gauge = record({
    name: 'gauge',
    key: ['number'],
    fields: {
      number: field.code(),
      keptAtId: field.reference('place'),
      lastSeenOn: optional(field.date()),
      isOurs: field.flag(),
      recheckDays: optional(field.days()),
      price: optional(field.cost()),
      remark: field.text(),
    },
  });

  it('follow from its fields, in their order; what is said of one is how it is read', () => {
    const columns = recordColumns(gauge, {
      number: { type: 'code', required: true },
      isOurs: { type: 'yesNo', required: false, blank: true },
    });
    // Their names and kinds are known to the compiler too.
    const kept: 'code' = columns.kept_at.type;
    expect(kept).toBe('code');
    expect(Object.entries(columns)).toEqual([
      ['number', { type: 'code', required: true }],
      ['kept_at', { type: 'code', required: false }],
      ['last_seen_on', { type: 'date', required: false }],
      ['is_ours', { type: 'yesNo', required: false, blank: true }],
      ['recheck_days', { type: 'days', required: false }],
      ['price', { type: 'cost', required: false }],
      ['remark', { type: 'text', required: false }],
    ]);
  });

  it('are in an export under the names that its rows have', () => {
    expect(Object.keys(exportColumns.lots)).toHaveLength(13);
    expect(columnsOf('lots').map(({ name, field: own }) => `${name} ${own}`)).toContain('supplier_lot supplierLot');
    expect(columnsOf('products').find(({ name }) => name === 'expiry_status')?.spec).toEqual({
      type: 'status',
      required: false,
      blank: 'R',
    });
  });
});

describe('the dates of a lot', () => {
  it('are those its record declares, and a sublot has its lot’s where it has none', () => {
    expect(Object.keys(noDates).sort()).toEqual(['bestBeforeOn', 'expiresOn', 'manufacturedOn', 'retestOn', 'useByOn']);
    const ofLot = { ...noDates, expiresOn: '2026-05-01', retestOn: '2026-04-01' };
    const own = { ...noDates, expiresOn: '2026-03-01' };
    expect(withDatesOfLot(own, ofLot)).toEqual({ ...noDates, expiresOn: '2026-03-01', retestOn: '2026-04-01' });
    expect(withDatesOfLot(own, undefined)).toEqual(own);
  });
});
