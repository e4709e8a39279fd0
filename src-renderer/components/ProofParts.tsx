import { Autocomplete, Fieldset, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meaning } from '#shared/kernel/signature.ts';
import { fold } from '#shared/kernel/fold.ts';
import { Columns, Facts } from './layout.tsx';
import { PasswordField } from './PasswordField.tsx';

/** The fields of the dialog that have to be filled. */
export type ProofField = 'reason' | 'user' | 'password' | 'witnessUser' | 'witnessPassword';

type MeaningProps = {
  name: string;
  meanings: readonly Meaning[];
  meaning: Meaning;
  onChoose: (meaning: Meaning | undefined) => void;
};

/** Who signs, and what that person says to have done: one meaning, or one of several that is chosen. */
export function OwnMeaning({ name, meanings, meaning, onChoose }: MeaningProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        facts={[
          [t('signing.by'), name],
          ...(meanings.length > 1 ? [] : [[t('signing.meaning'), t(`signing.meanings.${meaning}`)] as const]),
        ]}
      />
      {meanings.length > 1 && (
        <NativeSelect
          label={t('signing.meaning')}
          value={meaning}
          data={meanings.map((value) => ({ value, label: t(`signing.meanings.${value}`) }))}
          onChange={({ currentTarget: { value } }) => onChoose(meanings.find((one) => one === value))}
        />
      )}
    </>
  );
}

type ProofProps = {
  /** Whether the first field here is where one begins to type. */
  isFirst: boolean;
  running: boolean;
  /** What to draw at a field that was left blank. */
  fault: (name: ProofField, sentence: string) => { error?: string };
};

/** The own password again, and the user name where it is asked for. */
export function OwnProof({
  asksUser,
  isFirst,
  isAgain,
  running,
  fault,
}: ProofProps & {
  asksUser: boolean;
  /** Whether the password is typed again, though nothing was wrong with it. */
  isAgain: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Columns min={200} gap="12px 16px">
        {asksUser && (
          <TextInput
            name="user"
            label={t('signing.user')}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            readOnly={running}
            {...(isFirst ? { 'data-autofocus': true } : {})}
            {...fault('user', t('signing.missingUser'))}
          />
        )}
        <PasswordField
          name="password"
          label={t('signing.password')}
          autoFocus={!asksUser && isFirst}
          {...(isAgain ? { help: t('signing.passwordAgain') } : {})}
          {...fault('password', t('signing.missingPassword'))}
        />
      </Columns>
      {asksUser && (
        <Text mt={-8} size="xs" c="dimmed">
          {t('signing.userHelp')}
        </Text>
      )}
      <TextInput name="comment" label={t('signing.comment')} autoComplete="off" maxLength={4000} readOnly={running} />
    </Stack>
  );
}

type WitnessProps = Omit<ProofProps, 'isFirst'> & {
  name: string;
  isAlone: boolean;
  /** Who could sign here, for choosing from. */
  people: readonly { user: string; name: string }[];
  /** Why this signature was not accepted. */
  refusal: ReactNode;
};

/** User name and password of a second person, who signs as witness, here maybe alone. `name` is the person who asks. */
export function WitnessProof({ name, isAlone, people, refusal, running, fault }: WitnessProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('signing.witness')}>
      <Stack gap="sm">
        <p className="muted">{t(isAlone ? 'signing.witnessAloneHelp' : 'signing.witnessHelp', { name })}</p>
        <Facts
          facts={[
            [t('signing.meaning'), t('signing.meanings.witnessed')],
            [
              t('signing.mayWitness'),
              people.length === 0 ? t('signing.nobodyMayWitness') : people.map((one) => one.name).join(', '),
            ],
          ]}
        />
        {refusal}
        <Columns min={200} gap="12px 16px">
          <Autocomplete
            name="witnessUser"
            role="combobox"
            // The keyboard comes here by itself too: a list opened by that would take the Esc that leaves.
            openOnFocus={false}
            data={people.map(({ user }) => user)}
            filter={({ search }) =>
              // By name or user name; who was chosen is offered beside the others still.
              people
                .filter(
                  ({ user, name: printed }) => user === search || fold(`${printed} ${user}`).includes(fold(search)),
                )
                .map(({ user }) => ({ value: user, label: user }))
            }
            renderOption={({ option: { value } }) => (
              <>
                {people.find(({ user }) => user === value)?.name}&nbsp;<span className="mono muted">{value}</span>
              </>
            )}
            label={t('signing.witnessUser')}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            readOnly={running}
            {...(isAlone ? { 'data-autofocus': true } : {})}
            {...fault('witnessUser', t('signing.missingUser'))}
          />
          <PasswordField
            name="witnessPassword"
            label={t('signing.witnessPassword')}
            {...fault('witnessPassword', t('signing.missingPassword'))}
          />
        </Columns>
        <TextInput
          name="witnessComment"
          label={t('signing.witnessComment')}
          autoComplete="off"
          maxLength={4000}
          readOnly={running}
        />
      </Stack>
    </Fieldset>
  );
}
