import type { Failure } from '#renderer/client/index.ts';
import type { Field, TextKey } from '#renderer/components/form/field.ts';
import { useTranslation } from 'react-i18next';
import type { FieldShown } from '#renderer/components/form/field.ts';
import type { ReactNode } from 'react';
import { judgePassword } from '#shared/security/passwords.ts';
import { NewPassword, ruleIn } from './NewPassword.tsx';

type Whose = { user: string; name: string };
type Words = { label: TextKey; help?: TextKey; twice?: boolean };

/** The field of a new password, which says itself what is wrong with it. `R` has its texts while the form is sent. */
export function newPassword<R>(name: Extract<keyof R, string>, whose: (values: R) => Whose, words: Words): Field<R> {
  return {
    kind: 'drawn',
    isSecret: true,
    name,
    label: words.label,
    // A secret is a text by the contract.
    check: (values) => (judgePassword(String(values[name]), whose(values)).ok ? undefined : ''),
    // The values are those of the form's record.
    draw: (shown) => (
      <Drawn key={shown.sent} name={name} shown={shown} whose={whose(shown.values as R)} words={words} />
    ),
  };
}

type Props = { name: string; shown: FieldShown; whose: Whose; words: Words };

function Drawn({ name, shown: { error, refusal }, whose, words: { label, help, twice = false } }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <NewPassword
      name={name}
      label={t(label)}
      person={whose}
      twice={twice}
      // What breaks a rule is said below the field.
      error={refusal === undefined ? error : undefined}
      refused={ruleIn(refusal?.details)}
      {...(help === undefined ? {} : { description: t(help) })}
    />
  );
}

/** A password that breaks a rule is told at its field. */
export const fieldOfPolicy =
  (name: string) =>
  ({ code }: Failure): string | undefined =>
    code === 'PASSWORD_POLICY' ? name : undefined;
