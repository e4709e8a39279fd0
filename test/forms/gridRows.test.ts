import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { faultOf, issuesOf } from '#renderer/forms/faults.ts';
import {
  columnsIn,
  faultsTogether,
  type GridColumns,
  readRow,
  refusedRows,
  sentRows,
} from '#renderer/forms/gridRows.ts';
import { code, plainDateText, quantityText } from '#shared/kernel/fields.ts';
import { msg } from '#shared/kernel/message.ts';

const row = z.object({ lot: code, weight: quantityText, due: plainDateText, open: z.boolean() });
const schema = z.object({
  reason: code,
  rows: z
    .array(row)
    .max(3)
    .superRefine((rows, context) => {
      for (const [at, { lot }] of rows.entries())
        if (rows.findIndex((other) => other.lot === lot) < at)
          context.addIssue({ code: 'custom', message: 'It is there twice.', path: [at, 'lot'] });
    }),
});
const declared: GridColumns<z.infer<typeof row>> = [
  { kind: 'code', name: 'lot', label: 'fields.lot' },
  { kind: 'decimal', name: 'weight', label: 'fields.quantity', unit: 'kg' },
  {
    kind: 'date',
    name: 'due',
    label: 'people.until',
    check: ({ due }) => (due < '2026-01-01' ? 'people.endsBefore' : undefined),
  },
  { kind: 'flag', name: 'open', label: 'fields.status' },
];
const columns = columnsIn(declared);
const judging = {
  columns,
  schema,
  reading: { locale: 'en-GB', yes: 'Yes', no: 'No' },
  inputOf: (rows: readonly unknown[]) => ({ rows }),
};

describe('a row of a grid', () => {
  test('is what is sent of it, as spreadsheets write it', () =>
    expect(readRow([' AP  1', '1,250.50 kg', '31.1.2026', 'x'], judging)).toEqual({
      values: { lot: 'AP 1', weight: '1250.5', due: '2026-01-31', open: true },
      faults: {},
    }));

  test('is judged alone, by what cannot be read, by the schema and by checks', () =>
    expect(readRow(['', '1,250', '2025-12-31', 'perhaps'], judging).faults).toEqual({
      lot: { text: msg`It is missing.` },
      weight: { key: 'forms.grid.whichNumber' },
      due: { key: 'people.endsBefore' },
      open: { key: 'forms.grid.yesOrNo' },
    }));

  test('is sent where anything stands in it', () =>
    expect(
      sentRows([
        ['', ' '],
        ['a', ''],
        ['', ''],
        ['', 'b'],
      ]),
    ).toEqual([1, 3]));
});

describe('rows together', () => {
  const good = { lot: 'A', weight: '1', due: '2026-01-31', open: false };
  const told = (rows: unknown[]) =>
    faultsTogether(issuesOf(schema, { reason: 'why', rows }), columns, (issue) => faultOf(issue, ''));

  test('are told at their rows, and what is about all of them above', () => {
    expect([...told([good, { ...good, lot: 'B' }, good]).byRow]).toEqual([
      [2, { lot: { text: 'It is there twice.' } }],
    ]);
    const many = told([good, { ...good, lot: 'B' }, { ...good, lot: 'C' }, { ...good, lot: 'D' }]);
    expect(many.above).toMatchObject([{ code: 'too_big', origin: 'array', maximum: 3 }]);
  });
});

describe('what the host refuses of rows', () => {
  const failure = (details: object) =>
    ({ kind: 'refused', code: 'VALIDATION', message: msg`It is refused.`, details: { ...details } }) as const;

  test('is told at the row and column that it names', () => {
    const text = msg`There is no lot ${'A'}.`;
    const faults = [
      { row: 2, field: 'lot', text },
      { row: 2, field: 'rows.2.due', text: 'It is over.' },
      { row: 4, field: 'unheard of', text },
    ];
    expect([...refusedRows(failure({ faults }), columns)]).toEqual([
      [2, { lot: { text }, due: { text: 'It is over.' } }],
      [4, { lot: { text } }],
    ]);
    expect([...refusedRows(failure({ row: 1, field: 'due' }), columns)]).toEqual([
      [1, { due: { text: msg`It is refused.` } }],
    ]);
  });

  test('is told of none where it names none', () => {
    expect(refusedRows(failure({ field: 'lot' }), columns).size).toBe(0);
    expect(refusedRows(failure({ faults: [{ row: 'first' }, null, 7] }), columns).size).toBe(0);
  });
});
