import { PasswordInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  label: string;
  /** The name it is read by when the form is sent; the page keeps no password. */
  name: string;
  /** What a password manager may do with it: offer the one it knows, or make a new one. */
  kind: 'current' | 'new';
  description?: string;
  error?: ReactNode;
  field?: Ref<HTMLInputElement>;
  /** For a new password, which is judged while it is typed. */
  onText?: (text: string) => void;
};

/** A password. What is typed is in the field alone, and can be shown. */
export function SecretField({ label, name, kind, description, error, field, onText }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={label}
      name={name}
      autoComplete={`${kind}-password`}
      required
      withAsterisk={false}
      maxLength={256}
      {...(description === undefined ? {} : { description })}
      {...(error === undefined ? {} : { error })}
      {...(field === undefined ? {} : { ref: field })}
      {...(onText === undefined ? {} : { onChange: (event) => onText(event.currentTarget.value) })}
      visibilityToggleButtonProps={{ 'aria-label': t('people.showPassword') }}
    />
  );
}

/** The texts of a form by the names of their fields, read when it is sent. */
export function readForm(form: HTMLFormElement): (name: string) => string {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
}

/** Empties every password of a form: after it was sent nobody needs them, right or wrong. */
export function forgetSecrets(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[autocomplete$="-password"]')) field.value = '';
}
