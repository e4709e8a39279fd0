import { useEffect } from 'react';
import type { Failure } from '#renderer/client/index.ts';
import { useMessage } from '#renderer/components/useMessage.ts';
import { refusedFields } from './refusals.ts';
import type { RecordFormState } from './useRecordForm.ts';
import { isSecret } from './values.ts';

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
  { fields, phase, focus, setErrors }: RecordFormState,
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
    focus(first.name);
    // oxlint-disable-next-line react/exhaustive-deps -- a refusal is told once.
  }, [failure]);
  const isTold = Object.keys(refused).length > 0;
  const isOfBefore = phase === 'typing' && failure?.code !== 'RECORD_CHANGED';
  return { above: isTold || isOfBefore ? undefined : failure, at: (name) => (name in refused ? failure : undefined) };
}
