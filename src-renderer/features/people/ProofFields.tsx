import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import type { Meaning } from '#shared/kernel/signature.ts';
import styles from './people.module.css';
import { SecretField } from './SecretField.tsx';
import { usePermissionNames } from './words.ts';

/** The own password again, and the user name where the session's first signature asks for it. */
export function SignatureFields(): ReactNode {
  const { t } = useTranslation();
  const { data } = useSession();
  return (
    <fieldset className={styles.proof}>
      <legend>{t('people.signOwn')}</legend>
      {data?.signsWithUser === true && <UserField name="signer" />}
      <SecretField label={t('people.password')} name="signature" kind="current" />
    </fieldset>
  );
}

/** User name and password of a second person, who signs as witness. */
export function WitnessFields({ rights }: { rights: readonly Permission[] }): ReactNode {
  const { t } = useTranslation();
  const permissionLabels = usePermissionNames();
  return (
    <fieldset className={styles.proof}>
      <legend>{t('people.witnessTitle')}</legend>
      <p className="muted">{t('people.witnessLead', { rights: permissionLabels(rights) })}</p>
      <UserField name="witness" />
      <SecretField label={t('people.password')} name="witnessSecret" kind="current" />
    </fieldset>
  );
}

function UserField({ name }: { name: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('people.user')}
      name={name}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      withAsterisk={false}
      maxLength={60}
    />
  );
}

type Read = (name: string) => string;

export const readSignature = (typed: Read, meaning: Meaning) => ({
  user: typed('signer').trim(),
  password: typed('signature'),
  meaning,
});

export const readWitness = (typed: Read) => ({ user: typed('witness').trim(), password: typed('witnessSecret') });
