import { useState } from 'react';
import { z } from 'zod';
import { useDraft } from '#renderer/client/index.ts';
import { useLocale } from '#renderer/components/figures.tsx';
import type { AnyField } from '#renderer/components/form/field.ts';
import { fitting, type FieldValues, startOf, typedOver } from './values.ts';

const untouched: FieldValues = {};
const draftShape: z.ZodType<FieldValues> = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), z.array(z.string()).readonly()]),
);

/**
 * What is recorded, and what was typed over it, kept as a draft. Somebody else's change is shown at once where nothing
 * was typed; else what was typed stays upon the version it was typed over, until `lookAgain`.
 * @param key names the draft, see `useDraft`
 */
export function useTyped<R extends object>(fields: readonly AnyField[], record: R, key: string, asksWhy: boolean) {
  const [{ seen, from }, setSeen] = useState({ seen: record, from: record });
  const draft = useDraft(key, untouched, draftShape);
  const base: Readonly<Record<string, unknown>> = { ...seen, ...(asksWhy ? { reason: '' } : {}) };
  const start = startOf(fields, base, useLocale());
  const typed = fitting(fields, start, draft.value);
  if (Object.keys(typed).length === 0 && !isAlike(record, from)) setSeen({ seen: record, from: record });

  /** What was typed is what is recorded, until the host says what is. */
  function settle(changed: Readonly<Record<string, unknown>>): void {
    setSeen({ seen: { ...seen, ...changed }, from: record });
    draft.clear();
  }

  return {
    base,
    start,
    typed,
    draft,
    keep: (values: FieldValues): void => draft.set(typedOver(start, values)),
    settle,
    lookAgain: (): void => setSeen({ seen: record, from: record }),
  };
}

const isAlike = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
