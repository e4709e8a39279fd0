import type { AnyContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import type { AnyField } from '#renderer/components/form/field.ts';
import {
  type OperationMeta,
  shortestReason,
  type SigningField,
  withoutSigningFields,
} from '#shared/kernel/operation.ts';
import { type Faults, faultsOf } from './faults.ts';
import { fieldsIn, type FieldValues, type FormParts, type ReadValues, readValues } from './values.ts';

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

export type Declared = { schema: z.ZodObject; meta: OperationMeta; needsReason: boolean };

/** The schema of what a person fills in, and whether the command wants a reason. */
export function declaredBy(operation: AnyContractProcedure): Declared {
  // kernel/operation.ts makes every procedure, each with this meta; the inputs of commands are objects.
  const { inputSchema, meta } = operation['~orpc'] as unknown as { inputSchema: z.ZodObject; meta: OperationMeta };
  return { schema: withoutSigningFields(inputSchema), meta, needsReason: 'reason' in meta && meta.reason === true };
}

/** Why something is changed, as it is in the audit trail. */
export const reasonField: AnyField = {
  kind: 'longText',
  name: 'reason',
  label: 'forms.reason',
  help: 'forms.reasonHelp',
  check: ({ reason }) => (String(reason).trim().length < shortestReason ? 'forms.reasonMissing' : undefined),
};

/** Every field of a form, with that of the reason where the command wants one. */
export const askedBy = <R extends object, Input>({ fields }: FormAbout<R, Input>, { needsReason }: Declared) =>
  needsReason ? [...fieldsIn(fields), reasonField] : fieldsIn(fields);

export type Judged<Input> = {
  read: ReadValues;
  /** The names of what is changed; why is no part of it. */
  changed: readonly string[];
  faults: Faults;
  /** What would be sent: as the schema takes it where nothing is wrong. */
  input: Input;
};

type Typed = { fields: AnyField[]; base: object; values: FieldValues; locale: string; asksReason: boolean };

/**
 * Reads what stands in the fields, and says what would be sent and what is wrong with it.
 * @param base what is recorded, with a reason where one is asked
 * @param locale whose decimal mark is typed
 * @param asksReason whether the form asks for the reason itself
 */
export function judge<R extends object, Input>(
  { send }: FormAbout<R, Input>,
  { schema }: Declared,
  { fields, base, values, locale, asksReason }: Typed,
): Judged<Input> {
  const read = readValues(fields, { ...base }, values, locale);
  const { reason: _why, ...changed } = read.changed;
  // Its fields are those of the record, each of the kind that was recorded; the schema judges what comes of them.
  const sent = send(read.after as R, changed as Partial<R>);
  const input = asksReason ? { ...sent, reason: read.after['reason'] } : sent;
  const present = asksReason ? read.present : read.present.filter((field) => field !== reasonField);
  const faults = faultsOf({ ...read, present }, schema, input);
  // `faults` are what the schema of this very input has against it.
  return { read, changed: [...Object.keys(changed), ...Object.keys(read.unread)], faults, input: input as Input };
}
