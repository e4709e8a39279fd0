import { useForm } from '@mantine/form';
import { useDebouncedCallback } from '@mantine/hooks';
import type { AnyContractProcedure } from '@orpc/contract';
import { type FocusEvent, type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Failure, useDraft } from '#renderer/client/index.ts';
import { forgetSecrets, readForm } from '#renderer/components/form/SecretField.tsx';
import type { AnyField, FieldShown, FieldValue } from '#renderer/components/form/field.ts';
import { useMessage } from '#renderer/components/useMessage.ts';
import {
  type OperationMeta,
  shortestReason,
  type SigningField,
  withoutSigningFields,
} from '#shared/kernel/operation.ts';
import { type Fault, type Faults, faultsOf } from './faults.ts';
import { refusedFields } from './refusals.ts';
import {
  blankOf,
  fieldsIn,
  fitting,
  type FieldValues,
  type FormParts,
  isSecret,
  partsOf,
  readValues,
  startOf,
  typedOver,
} from './values.ts';

/** What a form is about: the command, the record, and what is asked. */
export type FormAbout<R extends object, Input> = {
  /** The command as the contract has it: its schema judges what is typed, as the host will. */
  operation: AnyContractProcedure;
  fields: FormParts<NoInfer<R>>;
  /** What is recorded, or what a new record begins with. */
  record: R;
  /** The name of the draft (see `useDraft`); "" keeps none. Secrets are never in it. */
  draft: string;
  /** What is sent: of the record as it would be, or of what is changed alone. The reason is added by the form. */
  send: (values: R, changed: Partial<R>) => Omit<Input, 'reason' | SigningField>;
  /** Whether there is nothing to send before something is changed. */
  changes?: boolean;
};

export type RecordFormState = ReturnType<typeof useRecordForm>;

/** When a field that somebody types into is judged before it is left, in milliseconds. */
const judgedAfter = 700;
const untouched: FieldValues = {};
const draftShape: z.ZodType<FieldValues> = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), z.array(z.string()).readonly()]),
);

const reasonField: AnyField = {
  kind: 'longText',
  name: 'reason',
  label: 'forms.reason',
  help: 'forms.reasonHelp',
  check: ({ reason }) => (String(reason).trim().length < shortestReason ? 'forms.reasonMissing' : undefined),
};

/** The schema of what a person fills in, and whether the command wants a reason. */
export function declaredBy(operation: AnyContractProcedure): { schema: z.ZodObject; meta: OperationMeta } {
  // kernel/operation.ts makes every procedure, each with this meta; the inputs of commands are objects.
  const { inputSchema, meta } = operation['~orpc'] as unknown as { inputSchema: z.ZodObject; meta: OperationMeta };
  return { schema: withoutSigningFields(inputSchema), meta };
}

/**
 * What a form holds: the record it is about, what was typed over it (kept as a draft), what is wrong with it, and what
 * would be sent. `RecordForm` and `SignedForm` draw it and say what sending means.
 * @param reasonIn where the reason is asked, if the command wants one
 */
export function useRecordForm<R extends object, Input>(about: FormAbout<R, Input>, reasonIn: 'form' | 'dialog') {
  const { operation, record, draft: key, send, changes = false } = about;
  const parts = partsOf(about.fields);
  /** The form as it was last sent. */
  const sentForm = useRef<HTMLFormElement>(null);
  const say = useFaultText();
  const [{ seen, from }, setSeen] = useState({ seen: record, from: record });
  const draft = useDraft(key, untouched, draftShape);
  const [phase, setPhase] = useState<'typing' | 'sent' | 'done'>('typing');
  const [sent, setSent] = useState(0);
  const isSending = useRef(false);

  const { schema, meta } = useMemo(() => declaredBy(operation), [operation]);
  const needsReason = 'reason' in meta && meta.reason === true;
  const fields = [...fieldsIn(parts), ...(needsReason ? [reasonField] : [])];
  const base: Readonly<Record<string, unknown>> = { ...seen, ...(needsReason ? { reason: '' } : {}) };
  const start = startOf(fields, base);
  const typed = fitting(fields, start, draft.value);
  const isUntyped = Object.keys(typed).length === 0;
  // Somebody else's change is shown at once where nothing was typed; else it is told, and loaded when it is asked for.
  if (isUntyped && !isAlike(record, from)) setSeen({ seen: record, from: record });

  const form = useForm<Record<string, FieldValue>>({
    initialValues: { ...start, ...typed },
    validate: (values) => said(judge(values).faults),
  });
  const written = JSON.stringify({ ...start, ...typed });
  useEffect(() => {
    // The draft came, was given up, or lies upon another version: the fields show it.
    if (JSON.stringify(form.getValues()) !== written) form.setValues(JSON.parse(written));
    // oxlint-disable-next-line react/exhaustive-deps -- the form is the same one throughout.
  }, [written]);

  const now = judge(form.values);
  // Left blank they are refused.
  const [required] = useState(() => new Set(Object.keys(judge(blankOf(start)).faults)));
  const judgeLater = useDebouncedCallback((name: string) => form.validateField(name), judgedAfter);

  function judge(values: FieldValues): { read: ReturnType<typeof readValues>; faults: Faults; input: Input } {
    const read = readValues(fields, base, values);
    const { reason: _why, ...changed } = read.changed;
    // Its fields are those of the record, each of the kind that was recorded; the schema judges what comes of them.
    const sends = send(read.after as R, changed as Partial<R>);
    const input = { ...sends, ...(needsReason && reasonIn === 'form' ? { reason: read.after['reason'] } : {}) };
    const asked = reasonIn === 'form' ? read : { ...read, present: read.present.filter((one) => one !== reasonField) };
    // `faults` are what the schema of this very input has against it.
    return { read, faults: faultsOf(asked, schema, input), input: input as Input };
  }

  const said = (faults: Faults): Record<string, string> =>
    Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, say(fault)]));

  function set(name: string, value: FieldValue): void {
    setPhase('typing');
    form.setFieldValue(name, value);
    draft.set(typedOver(start, { ...form.getValues(), [name]: value }));
    if (value !== '') judgeLater(name);
  }

  function leave(name: string, { relatedTarget, currentTarget }: FocusEvent): void {
    // A sentence that appears would push the button away from under the pointer, and sending judges everything.
    const goesToButton = relatedTarget instanceof HTMLButtonElement && relatedTarget.form?.contains(currentTarget);
    if (!goesToButton && name in typed) form.validateField(name);
  }

  const changedNames = Object.keys(now.read.changed).filter((name) => name !== 'reason');
  const isDifferent = !changes || changedNames.length > 0;

  /** Hands over what would be sent, once at a time, unless something is wrong, which is then told at its field. */
  async function submit(event: FormEvent<HTMLFormElement>, sendIt: (input: Input) => Promise<unknown>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    if (isSending.current || phase === 'done' || !isDifferent) return;
    sentForm.current = element;
    const secrets = fields.filter(isSecret).map(({ name }) => name);
    const text = readForm(element);
    const { faults, input } = judge({
      ...form.getValues(),
      ...Object.fromEntries(secrets.map((name) => [name, text(name)])),
    });
    form.setErrors(said(faults));
    const faulty = fields.find(({ name }) => name in faults);
    if (faulty !== undefined) return focusField(element, faulty.name);
    isSending.current = true;
    setPhase('sent');
    if (secrets.length > 0) {
      forgetSecrets(element);
      setSent(sent + 1);
    }
    try {
      await sendIt(input);
    } finally {
      isSending.current = false;
    }
  }

  /** It was done: what was typed is what is recorded. */
  function done(): void {
    setSeen({ seen: { ...seen, ...now.read.changed }, from: record });
    setPhase('done');
    draft.clear();
  }

  const lookAgain = (): void => setSeen({ seen: record, from: record });

  return {
    sentForm,
    parts,
    fields,
    base,
    draft,
    now,
    phase,
    isDifferent,
    reason: reasonIn === 'form' && needsReason ? reasonField : undefined,
    values: form.values,
    written,
    set,
    setErrors: form.setErrors,
    shown: (field: AnyField, readOnly: boolean): FieldShown => ({
      value: form.values[field.name] ?? '',
      error: form.errors[field.name],
      required: required.has(field.name),
      readOnly,
      changed: changes && changedNames.includes(field.name),
      sent,
      refusal: undefined,
      values: now.read.after,
      isBeside: false,
      set: (value) => set(field.name, value),
      leave: (event) => leave(field.name, event),
    }),
    submit,
    done,
    lookAgain,
  };
}

const isAlike = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Says a fault in the language of the screen. */
function useFaultText(): (fault: Fault) => string {
  const { t } = useTranslation();
  const read = useMessage();
  return (fault) => {
    if ('text' in fault) return read(fault.text);
    return fault.key === '' ? '' : t(fault.key, { count: fault.count ?? 0 });
  };
}

export type Refused = {
  /** What is told above the buttons: nothing where a field tells it, or where something else was typed since. */
  above: Failure | undefined;
  at: (name: string) => Failure | undefined;
};

/**
 * Tells a refusal at the field it is about, which gets the focus.
 * @param fieldOf names the field of a refusal that does not name one itself
 */
export function useRefusal(
  { sentForm, fields, phase, setErrors }: RecordFormState,
  failure: Failure | undefined,
  fieldOf: (failure: Failure) => string | undefined = () => undefined,
): Refused {
  const read = useMessage();
  const field = failure === undefined ? undefined : fieldOf(failure);
  const refused =
    failure === undefined ? {} : field === undefined ? refusedFields(failure, fields) : { [field]: failure.message };
  useEffect(() => {
    // Secrets were emptied when they were sent: the first one is given again.
    const first = fields.find(({ name }) => name in refused) ?? fields.find(isSecret);
    if (failure === undefined || first === undefined) return;
    setErrors(Object.fromEntries(Object.entries(refused).map(([name, message]) => [name, read(message)])));
    if (sentForm.current !== null) focusField(sentForm.current, first.name);
    // oxlint-disable-next-line react/exhaustive-deps -- a refusal is told once.
  }, [failure]);
  const isTold = Object.keys(refused).length > 0;
  const isOfBefore = phase === 'typing' && failure?.code !== 'RECORD_CHANGED';
  return { above: isTold || isOfBefore ? undefined : failure, at: (name) => (name in refused ? failure : undefined) };
}

function focusField({ elements }: HTMLFormElement, name: string): void {
  const found = elements.namedItem(name);
  const field = found instanceof RadioNodeList ? found[0] : found;
  if (field instanceof HTMLElement) field.focus();
}
