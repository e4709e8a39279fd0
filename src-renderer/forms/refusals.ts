import type { AnyField } from '#renderer/components/form/field.ts';
import type { MessageValue } from '#shared/kernel/message.ts';
import { nameAt } from './faults.ts';

type Refused = { code: string; message: MessageValue; details: Readonly<Record<string, unknown>> };

/**
 * What the host says of single fields in a refusal: the field it names, or each issue that the contract's schema had
 * with the input. Nothing where it is about something else, which is then said of the form as a whole.
 */
export function refusedFields(
  { code, message, details }: Refused,
  fields: readonly AnyField[],
): Readonly<Record<string, MessageValue>> {
  const field = typeof details['field'] === 'string' ? nameAt(details['field'].split('.'), fields) : undefined;
  if (field !== undefined) return { [field]: message };
  const issues = code === 'VALIDATION' ? issuesIn(message) : [];
  return Object.fromEntries(
    issues
      .flatMap(([path, text]) => {
        const name = nameAt(path.split('.'), fields);
        return name === undefined ? [] : [[name, text] as const];
      })
      // The first issue with a field is the one it is told for.
      .reverse(),
  );
}

/** The issues in a refused input's message, each as path and words: the input is not right. {path: words path: words}. */
function issuesIn(message: MessageValue): (readonly [path: string, text: MessageValue])[] {
  if (typeof message !== 'object' || !('values' in message)) return [];
  return message.values
    .flatMap((value) => (typeof value === 'object' && 'list' in value ? value.list : []))
    .flatMap((issue) => {
      if (typeof issue !== 'object' || !('values' in issue)) return [];
      const [path, text] = issue.values;
      return typeof path === 'string' && text !== undefined ? [[path, text] as const] : [];
    });
}
