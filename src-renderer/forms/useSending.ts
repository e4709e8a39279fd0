import { type FormEvent, useRef, useState } from 'react';
import { forgetSecrets, readForm } from '#renderer/components/form/SecretField.tsx';
import type { AnyField } from '#renderer/components/form/field.ts';
import type { Judged } from './about.ts';
import type { Faults } from './faults.ts';
import { type FieldValues, isSecret } from './values.ts';

type Sendable<Input> = {
  fields: readonly AnyField[];
  /** Whether there is anything to send: not before something is changed, nor once more when it is done. */
  isReady: boolean;
  values: () => FieldValues;
  judged: (values: FieldValues) => Judged<Input>;
  /** Tells what is wrong at its field. */
  tell: (faults: Faults) => void;
  onSend: () => void;
};

/** Hands over what would be sent, once at a time. Where something is wrong, the first such field gets the focus. */
export function useSending<Input>({ fields, isReady, values, judged, tell, onSend }: Sendable<Input>) {
  const sentForm = useRef<HTMLFormElement>(null);
  const isSending = useRef(false);
  const [sent, setSent] = useState(0);

  async function submit(event: FormEvent<HTMLFormElement>, send: (input: Input) => Promise<unknown>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    if (isSending.current || !isReady) return;
    const secrets = fields.filter(isSecret);
    const text = readForm(element);
    const given = Object.fromEntries(secrets.map(({ name }) => [name, text(name)]));
    const { faults, input } = judged({ ...values(), ...given });
    tell(faults);
    const faulty = fields.find(({ name }) => name in faults);
    if (faulty !== undefined) return focusField(element, faulty.name);
    isSending.current = true;
    sentForm.current = element;
    onSend();
    if (secrets.length > 0) {
      // Right or wrong, nobody needs them any more.
      forgetSecrets(element);
      setSent(sent + 1);
    }
    try {
      await send(input);
    } finally {
      isSending.current = false;
    }
  }

  return {
    submit,
    /** Rises with each sending of secrets. */
    sent,
    /** Puts the focus into a field of the form as it was last sent. */
    focus: (name: string): void => {
      if (sentForm.current !== null) focusField(sentForm.current, name);
    },
  };
}

function focusField({ elements }: HTMLFormElement, name: string): void {
  const found = elements.namedItem(name);
  const field = found instanceof RadioNodeList ? found[0] : found;
  if (field instanceof HTMLElement) field.focus();
}
