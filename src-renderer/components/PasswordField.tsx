import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { name: string; label: string; error?: string; help?: string; autoFocus?: boolean };

/** The password of who signs. What is typed is in the field alone; no password manager signs for anybody. */
export function PasswordField({ name, label, error, help, autoFocus = false }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <PasswordInput
      name={name}
      label={label}
      autoComplete="off"
      maxLength={256}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      {...(error === undefined ? {} : { error })}
      {...(help === undefined
        ? {}
        : { description: help, inputWrapperOrder: ['label', 'input', 'description', 'error'] })}
      visibilityToggleButtonProps={{ 'aria-label': t('signing.showPassword') }}
    />
  );
}
