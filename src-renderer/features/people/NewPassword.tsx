import { Box, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icons.tsx';
import {
  judgePassword,
  type PasswordRule,
  passwordRules,
  passwordsRemembered,
  plainPassword,
  shortestPassword,
} from '#shared/security/passwords.ts';
import { SecretField } from '#renderer/components/form/SecretField.tsx';

type Props = {
  /** The name it is read by when the form is sent. */
  name?: string;
  label: string;
  /** Whose it will be. */
  person: { user: string; name: string };
  description?: string;
  /** What the host refused the last one for. */
  refused?: PasswordRule | undefined;
  error?: ReactNode;
  /** Asks for it twice, where nobody else knows it. */
  twice?: boolean;
};

/** A new password: its rules said before, and judged while it is typed. */
export function NewPassword(props: Props): ReactNode {
  const { name = 'newPassword', label, person, description, refused, error, twice = false } = props;
  const { t } = useTranslation();
  // Only what the rules and the comparison say is kept; the password itself is in its field.
  const [judged, setJudged] = useState<Judged>();
  const [isAlike, setAlike] = useState<boolean>();
  const broken = judged === undefined ? refused : judged.breaks;

  function compare(field: HTMLFormElement | null): void {
    const value = (of: string): string => {
      const input = field?.elements.namedItem(of);
      return input instanceof HTMLInputElement ? input.value : '';
    };
    const repeated = value('repeated');
    setAlike(repeated === '' ? undefined : repeated === value(name));
  }

  return (
    // A change in either field is a change of what they say together.
    <Stack gap="sm" onInput={({ currentTarget }) => compare(currentTarget.closest('form'))}>
      <SecretField
        label={label}
        name={name}
        kind="new"
        error={error}
        {...(description === undefined ? {} : { description })}
        onText={(text) => setJudged(text === '' ? undefined : judge(text, person))}
      />
      <Box fz={13} c="dimmed">
        <strong>{t('people.rulesTitle')}</strong>
        <Box component="ul" m={0} pl={20}>
          {passwordRules.map((rule) => (
            <li key={rule} className={rule === broken ? 'alarm' : undefined}>
              {t(`people.rules.${rule}`, { count: rule === 'short' ? shortestPassword : passwordsRemembered })}
            </li>
          ))}
        </Box>
        <Group
          component="p"
          gap={6}
          m={0}
          mih={20}
          c={broken === undefined ? 'var(--l-link)' : 'var(--l-on-rejected)'}
          role="status"
        >
          {(judged !== undefined || broken !== undefined) && (
            <>
              <Icon name={broken === undefined ? 'tick' : 'cross'} />
              {broken === undefined
                ? t('people.fits')
                : t(`people.breaks.${broken}`, { length: judged?.length ?? 0, count: shortestPassword })}
            </>
          )}
        </Group>
      </Box>
      {twice && (
        <SecretField
          label={t('people.repeatPassword')}
          name="repeated"
          kind="new"
          error={isAlike === false ? t('people.differs') : undefined}
        />
      )}
    </Stack>
  );
}

type Judged = { breaks: PasswordRule | undefined; length: number };

function judge(text: string, person: { user: string; name: string }): Judged {
  const verdict = judgePassword(text, person);
  return { breaks: verdict.ok ? undefined : ruleIn(verdict.details), length: [...plainPassword(text)].length };
}

/** The rule a refusal names. */
export const ruleIn = (details: Readonly<Record<string, unknown>> | undefined): PasswordRule | undefined =>
  passwordRules.find((rule) => rule === details?.['rule']);
