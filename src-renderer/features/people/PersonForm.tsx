import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDraft, useSession } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';
import type { Person } from '#shared/people/contract.ts';
import { ChangeRefused, ReasonField } from './changeParts.tsx';
import { useChange, useRoles } from './people.hooks.ts';
import styles from './people.module.css';
import { RolePicker } from './RolePicker.tsx';
import { forgetSecrets, readForm } from './SecretField.tsx';
import { sendOnCtrlEnter } from './sendOnCtrlEnter.ts';
import { readWitness, WitnessFields } from './ProofFields.tsx';

const typed = z.object({
  name: z.string(),
  email: z.string(),
  identity: z.string(),
  roles: z.array(z.string()),
  reason: z.string(),
});
const keys = ['name', 'email', 'identity'] as const;

type Props = { person: Person; onDone: () => void };

/** What is recorded of a person, changed with a reason. The version that was looked at goes with it. */
export function PersonForm({ person, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const changing = useChange();
  // A change of somebody else meanwhile must be told, not overwritten.
  const [seen, setSeen] = useState(person);
  const draft = useDraft<z.infer<typeof typed>>(
    `person ${seen.user} version ${seen.version}`,
    { name: seen.name, email: seen.email, identity: seen.identity, roles: seen.roles, reason: '' },
    typed,
  );
  const after = draft.value;
  const gained = useGainedByOneself(seen, after.roles);
  const isSameRoles = [...after.roles].sort().join(',') === [...seen.roles].sort().join(',');
  const isDifferent = !isSameRoles || keys.some((key) => after[key] !== seen[key]);
  const isComplete = isDifferent && after.name.trim() !== '' && after.roles.length > 0 && after.reason.trim() !== '';

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (!isComplete) return;
    const form = event.currentTarget;
    const witness = gained.length === 0 ? undefined : readWitness(readForm(form));
    forgetSecrets(form);
    const reply = await changing.run({
      user: seen.user,
      version: seen.version,
      reason: after.reason,
      ...Object.fromEntries(keys.filter((key) => after[key] !== seen[key]).map((key) => [key, after[key]])),
      ...(isSameRoles ? {} : { roles: after.roles }),
      ...(witness === undefined ? {} : { witness }),
    });
    if (reply === undefined) return;
    draft.clear();
    onDone();
  }

  function loadAgain(): void {
    draft.clear();
    changing.reset();
    setSeen(person);
  }

  function leave(): void {
    draft.clear();
    onDone();
  }

  const field = (key: (typeof keys)[number] | 'reason') => ({
    value: after[key],
    onChange: (event: { currentTarget: { value: string } }) =>
      draft.set({ ...after, [key]: event.currentTarget.value }),
  });

  return (
    <Section title={t('people.editTitle')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={sendOnCtrlEnter}>
        <DraftNotice draft={draft} />
        <TextInput label={t('people.name')} autoComplete="off" required withAsterisk={false} {...field('name')} />
        <RolePicker value={after.roles} onChange={(roles) => draft.set({ ...after, roles })} />
        <TextInput label={t('people.email')} type="email" autoComplete="off" {...field('email')} />
        <TextInput
          label={t('people.identity')}
          description={t('people.identityHelp')}
          autoComplete="off"
          {...field('identity')}
        />
        {gained.length > 0 && <WitnessFields rights={gained} />}
        <ReasonField {...field('reason')} />
        {!isDifferent && <p className="muted">{t('people.nothingChanged')}</p>}
        {changing.failure !== undefined && <ChangeRefused failure={changing.failure} onLoad={loadAgain} />}
        <Line>
          <Button type="submit" loading={changing.running} disabled={!isComplete}>
            {t('people.save')}
          </Button>
          <Button variant="subtle" color="accent" onClick={leave}>
            {t('common.cancel')}
          </Button>
        </Line>
      </form>
    </Section>
  );
}

/** The rights a person would give themselves by these roles; a second administrator signs that. */
function useGainedByOneself(person: Person, after: readonly string[]): Permission[] {
  const session = useSession().data;
  const all = useRoles().data?.roles ?? [];
  if (session?.person.id !== person.user || session.singlePerson !== '') return [];
  const allowedBy = (codes: readonly string[]): Permission[] =>
    all.filter(({ code }) => codes.includes(code)).flatMap(({ permissions }) => permissions);
  const before = allowedBy(person.roles);
  return [...new Set(allowedBy(after))].filter((permission) => !before.includes(permission));
}
