import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { faultsOf } from '#renderer/forms/faults.ts';
import { refusedFields } from '#renderer/forms/refusals.ts';
import { fieldsIn, type FormParts, readValues, startOf } from '#renderer/forms/values.ts';
import { code, name, plainDateText, quantityText } from '#shared/kernel/fields.ts';
import { msg } from '#shared/kernel/message.ts';

type Order = { number: string; title: string; pieces: number | null; weight: string; due: string; tags: string[] };
const order: Order = { number: 'PO-1', title: 'Jars', pieces: 10, weight: '', due: '', tags: ['glass'] };
const parts: FormParts<Order> = [
  { kind: 'code', name: 'number', label: 'fields.document' },
  { kind: 'text', name: 'title', label: 'fields.name', fault: 'products.faults.cost' },
  { kind: 'wholeNumber', name: 'pieces', label: 'fields.quantity' },
  { kind: 'decimal', name: 'weight', label: 'fields.value' },
  {
    kind: 'date',
    name: 'due',
    label: 'fields.at',
    check: ({ due, pieces }) => (due === '' && Number(pieces) > 50 ? 'people.endsBefore' : undefined),
  },
  { kind: 'choices', name: 'tags', label: 'people.roles', options: [] },
];
const fields = fieldsIn(parts);
const schema = z.object({
  number: code,
  signature: z.object({ user: z.string() }),
  change: z.object({
    title: name,
    pieces: z.number().int().min(1).max(500),
    weight: z.union([z.literal(''), quantityText]),
    due: z.union([z.literal(''), plainDateText]),
    tags: z.array(z.string()).min(1).max(2),
  }),
});
const faults = (typed: object) => {
  const read = readValues(fields, order, { ...startOf(fields, order, 'en'), ...typed });
  const { number, ...change } = read.after;
  return faultsOf(read, schema, { number, change });
};

describe('what is wrong with a field', () => {
  test('is nothing while the schema takes it; what nobody asks here is not told', () => {
    expect(faults({})).toEqual({});
  });

  test('is what the schema says in its own words, wherever in the input the field is', () => {
    expect(faults({ number: '' })).toMatchObject({ number: { text: msg`It is missing.` } });
    expect(faults({ weight: 'heavy' })).toMatchObject({
      weight: { text: msg`Write a number with a dot and at most six decimals, such as 12.5.` },
    });
    expect(faults({ due: '2026-02-30' })).toMatchObject({
      due: { text: msg`Write a calendar date such as 2026-01-31.` },
    });
  });

  test('is said in the words of the screens where the library says it', () => {
    expect(faults({ pieces: '' })).toEqual({ pieces: { key: 'forms.missing' } });
    expect(faults({ pieces: 'ten' })).toEqual({ pieces: { key: 'forms.wholeNumber' } });
    expect(faults({ pieces: '0' })).toEqual({ pieces: { key: 'forms.atLeast', count: 1 } });
    expect(faults({ pieces: '501', due: '2026-03-01' })).toEqual({ pieces: { key: 'forms.atMost', count: 500 } });
    expect(faults({ tags: [] })).toEqual({ tags: { key: 'forms.chooseOne' } });
    expect(faults({ tags: ['a', 'b', 'c'] })).toEqual({ tags: { key: 'forms.tooMany', count: 2 } });
    expect(faults({ number: 'x'.repeat(400) })).toEqual({ number: { text: msg`It is too long.` } });
  });

  test('is said in the words of the field where it has some, and is what the form itself checks', () => {
    expect(faults({ title: '' })).toEqual({ title: { key: 'products.faults.cost' } });
    expect(faults({ pieces: '60' })).toEqual({ due: { key: 'people.endsBefore' } });
    expect(faults({ pieces: '60', due: '2026-03-01' })).toEqual({});
  });

  test('is told for all of them at once', () => {
    expect(Object.keys(faults({ number: '', pieces: 'ten', tags: [] }))).toEqual(['number', 'pieces', 'tags']);
  });
});

describe('a refusal of the host', () => {
  const refused = (code: string, details: object, message: ReturnType<typeof msg> | string = 'No.') =>
    refusedFields({ code, message, details: { ...details } }, fields);

  test('is told at the field it names', () => {
    expect(refused('DUPLICATE', { field: 'number' })).toEqual({ number: 'No.' });
    expect(refused('VALIDATION', { field: 'change.due' })).toEqual({ due: 'No.' });
  });

  test('is of the form as a whole where it names none, or one that is not asked here', () => {
    expect(refused('CONFLICT', {})).toEqual({});
    expect(refused('FORBIDDEN', { field: 'token' })).toEqual({});
    expect(refused('REAUTH_FAILED', { field: 'signature.number' })).toEqual({});
    expect(refused('DUPLICATE', { field: 7 })).toEqual({});
  });

  test('of the input as a whole is told at each field, the first issue with it', () => {
    const issues = [
      msg`${'change.tags.0'}: ${msg`It is missing.`}`,
      msg`${'number'}: ${msg`It is too long.`}`,
      msg`${'number'}: ${msg`It is missing.`}`,
      msg`${'input'}: ${'Unrecognized key'}`,
    ];
    const message = msg`The input is not right. ${{ list: issues, between: ' ' }}`;
    expect(refused('VALIDATION', { issues: [] }, message)).toEqual({
      tags: msg`It is missing.`,
      number: msg`It is too long.`,
    });
    expect(refused('CONFLICT', {}, message)).toEqual({});
    expect(refused('VALIDATION', {}, 'The input is not right.')).toEqual({});
  });
});
