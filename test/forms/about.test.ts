import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askedBy, declaredBy, type FormAbout, judge } from '#renderer/forms/about.ts';
import { startOf } from '#renderer/forms/values.ts';
import { name } from '#shared/kernel/fields.ts';
import { command } from '#shared/kernel/operation.ts';

type Scale = { code: string; version: number; place: string; months: number | null };
type Change = { code: string; version: number; change: Partial<Scale>; reason: string };

const operation = command({
  permission: 'masterData',
  reason: true,
  signature: { meanings: ['approved'] },
  input: z.object({
    code: name,
    version: z.number(),
    change: z.object({ place: name, months: z.number().min(1) }).partial(),
  }),
  output: z.object({}),
});
const about: FormAbout<Scale, Change> = {
  operation,
  record: { code: 'S-1', version: 3, place: 'Weighing room', months: 6 },
  fields: [
    { kind: 'text', name: 'place', label: 'fields.location' },
    { kind: 'wholeNumber', name: 'months', label: 'fields.quantity' },
  ],
  draft: 'scale S-1',
  send: ({ code, version }, change) => ({ code, version, change }),
  changes: true,
};
const declared = declaredBy(operation);
const fields = askedBy(about, declared);
const base = { ...about.record, reason: '' };
const judged = (typed: object, asksReason = true) =>
  judge(about, declared, {
    fields,
    base,
    values: { ...startOf(fields, base, 'en'), ...typed },
    locale: 'en',
    asksReason,
  });

describe('what a form would send', () => {
  test('is what is changed alone, with the reason, and needs no signature yet', () => {
    expect(judged({ months: '12', reason: 'New interval' })).toMatchObject({
      changed: ['months'],
      faults: {},
      input: { code: 'S-1', version: 3, change: { months: 12 }, reason: 'New interval' },
    });
  });

  test('needs a reason where the command wants one, which is no change by itself', () => {
    expect(judged({ months: '12', reason: ' x ' }).faults).toEqual({ reason: { key: 'forms.reasonMissing' } });
    expect(judged({ reason: 'Only looked at' }).changed).toEqual([]);
  });

  test('leaves the reason to the dialog in which it is signed', () => {
    const { faults, input } = judged({ place: 'Store' }, false);
    expect(faults).toEqual({});
    expect(input).toEqual({ code: 'S-1', version: 3, change: { place: 'Store' } });
  });

  test('is changed also where it cannot be read', () => {
    expect(judged({ months: 'often', reason: 'New interval' })).toMatchObject({
      changed: ['months'],
      faults: { months: { key: 'forms.wholeNumber' } },
    });
  });
});
