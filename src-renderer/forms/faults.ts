import type { z } from 'zod';
import type { AnyField, TextKey } from '#renderer/components/form/field.ts';
import { tooLong } from '#shared/kernel/fields.ts';
import { isMessage, type MessageValue } from '#shared/kernel/message.ts';
import { signingFields } from '#shared/kernel/operation.ts';
import type { ReadValues } from './values.ts';

/** What is wrong with a field: a text of the screens, or what the schema says itself. */
export type Fault = { key: TextKey | ''; count?: number } | { text: MessageValue };
export type Faults = Readonly<Record<string, Fault>>;

/**
 * Every field that would be refused, with why: what cannot be read, what the contract's schema says of the input, and
 * what the form's own checks say of the rest. Nothing is said of what no field of the form stands for.
 */
export function faultsOf(read: ReadValues, schema: z.ZodType, input: unknown): Faults {
  return faultsIn(read, issuesOf(schema, input));
}

/** What a schema has against an input. */
export const issuesOf = (schema: z.ZodType, input: unknown): readonly Issue[] =>
  schema.safeParse(input).error?.issues ?? [];

/** The same, where it is known what the schema says. */
export function faultsIn({ after, present, unread }: ReadValues, issues: readonly Issue[]): Faults {
  const faults: Record<string, Fault> = {};
  for (const field of present) {
    const { name, fault } = field;
    const key = unread[name];
    const issue = issues.find(({ path }) => nameAt(path, present) === name);
    if (key !== undefined) faults[name] = { key };
    else if (issue !== undefined) faults[name] = fault === undefined ? faultOf(issue, after[name]) : { key: fault };
    else {
      const found = field.check?.(after);
      if (found !== undefined) faults[name] = { key: found };
    }
  }
  return faults;
}

/** The field that a path of an input leads to: `gtin` for `change.gtin`. What belongs to signing is asked elsewhere. */
export function nameAt(path: readonly PropertyKey[], fields: readonly AnyField[]): string | undefined {
  if (signingFields.some((name) => name === path[0])) return undefined;
  return path.map(String).find((part) => fields.some(({ name }) => name === part));
}

export type Issue = z.core.$ZodIssue;

/** A refusal of our own schemas is said as it is; one of the library in words for people. */
export function faultOf(issue: Issue, value: unknown): Fault {
  const isBlank = value === '' || value === null || value === undefined;
  switch (issue.code) {
    case 'custom': {
      const text: unknown = issue.params?.['text'];
      return { text: isMessage(text) ? text : issue.message };
    }
    case 'invalid_union': {
      const own = issue.errors.flat().find(({ code }) => code === 'custom');
      return own === undefined ? missingOrWrong(isBlank) : faultOf(own, value);
    }
    case 'too_small':
      if (isBlank) return missingOrWrong(isBlank);
      if (issue.origin === 'array') return { key: 'forms.chooseOne' };
      return { key: issue.origin === 'string' ? 'forms.tooShort' : 'forms.atLeast', count: Number(issue.minimum) };
    case 'too_big':
      if (issue.origin === 'string') return { text: tooLong };
      return { key: issue.origin === 'array' ? 'forms.tooMany' : 'forms.atMost', count: Number(issue.maximum) };
    default:
      return missingOrWrong(isBlank);
  }
}

const missingOrWrong = (isBlank: boolean): Fault => ({ key: isBlank ? 'forms.missing' : 'forms.wrong' });
