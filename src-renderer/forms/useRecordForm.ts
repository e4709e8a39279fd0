import { useForm } from '@mantine/form';
import { useDebouncedCallback } from '@mantine/hooks';
import { type FocusEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#renderer/components/figures.tsx';
import type { AnyField, FieldShown, FieldValue } from '#renderer/components/form/field.ts';
import { useTellWhenGone } from '#renderer/components/notices.tsx';
import { askedBy, declaredBy, type FormAbout, judge, type Judged, reasonField } from './about.ts';
import { useFaultsInWords } from './useFaultsInWords.ts';
import { useSending } from './useSending.ts';
import { useTyped } from './useTyped.ts';
import { blankOf, type FieldValues, partsOf } from './values.ts';

export type RecordFormState = ReturnType<typeof useRecordForm>;

/** `typing` until it is sent, and again as soon as something is typed. */
type Phase = 'typing' | 'sent' | 'done';

/** When a field that somebody types into is judged before it is left, in milliseconds. */
const judgedAfter = 700;

/**
 * What a form holds: the record it is about, what was typed over it, what is wrong with it, and what would be sent.
 * `RecordForm` and `SignedForm` draw it and say what sending means.
 * @param reasonIn where the reason is asked, if the command wants one
 */
export function useRecordForm<R extends object, Input>(about: FormAbout<R, Input>, reasonIn: 'form' | 'dialog') {
  const { operation, record, draft: key, changes = false } = about;
  const declared = useMemo(() => declaredBy(operation), [operation]);
  const asksReason = declared.needsReason && reasonIn === 'form';
  const fields = askedBy(about, declared);
  const { base, start, typed, draft, keep, settle, lookAgain } = useTyped(fields, record, key, declared.needsReason);
  const [phase, setPhase] = useState<Phase>('typing');
  const locale = useLocale();
  const inWords = useFaultsInWords();
  const tellWhenGone = useTellWhenGone(useTranslation().t('forms.saved'));
  const judged = (values: FieldValues): Judged<Input> =>
    judge(about, declared, { fields, base, values, locale, asksReason });
  const form = useForm<Record<string, FieldValue>>({
    initialValues: { ...start, ...typed },
    validate: (values) => inWords(judged(values).faults),
  });
  const written = JSON.stringify({ ...start, ...typed });
  useEffect(() => {
    // The draft came, was given up, or lies upon another version: the fields show it.
    if (JSON.stringify(form.getValues()) !== written) form.setValues(JSON.parse(written));
    // oxlint-disable-next-line react/exhaustive-deps -- the form is the same one throughout.
  }, [written]);
  const now = judged(form.values);
  const isDifferent = !changes || now.changed.length > 0;
  // What is wrong is told at its field: nobody knows yet what it becomes.
  const listed = fields.filter(({ name }) => now.changed.includes(name) && !(name in now.faults));
  // Left blank they are refused.
  const [required] = useState(() => Object.keys(judged(blankOf(start)).faults));
  const judgeLater = useDebouncedCallback((name: string) => form.validateField(name), judgedAfter);
  const { submit, sent, focus } = useSending({
    fields,
    isReady: isDifferent && phase !== 'done',
    values: form.getValues,
    judged,
    tell: (faults) => form.setErrors(inWords(faults)),
    onSend: () => setPhase('sent'),
  });

  function set(name: string, value: FieldValue): void {
    setPhase('typing');
    form.setFieldValue(name, value);
    keep({ ...form.getValues(), [name]: value });
    if (value !== '') judgeLater(name);
  }

  function leave(name: string, { relatedTarget, currentTarget }: FocusEvent): void {
    // A sentence that appears would push the button away from under the pointer, and sending judges everything.
    const goesToButton = relatedTarget instanceof HTMLButtonElement && relatedTarget.form?.contains(currentTarget);
    if (goesToButton !== true && name in typed) form.validateField(name);
  }

  const shown = (field: AnyField): Omit<FieldShown, 'refusal' | 'readOnly' | 'isBeside'> => ({
    value: form.values[field.name] ?? '',
    error: form.errors[field.name],
    required: required.includes(field.name),
    changed: changes && now.changed.includes(field.name),
    sent,
    values: now.read.after,
    set: (value) => set(field.name, value),
    leave: (event) => leave(field.name, event),
  });

  /** @param isTold whether the page says itself what was done */
  function done(isTold = false): void {
    settle(now.read.changed);
    if (!isTold) tellWhenGone();
    setPhase('done');
  }

  const { values, setErrors } = form;
  const parts = partsOf(about.fields);
  const reason = asksReason ? reasonField : undefined;
  const state = { parts, fields, base, values, now, isDifferent, listed, reason, draft, phase, written };
  return { ...state, set, shown, submit, focus, done, lookAgain, setErrors };
}
