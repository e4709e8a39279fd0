import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDraft, useSigner } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import type { Person } from '#shared/people/contract.ts';
import { ChangeRefused, ReasonField } from './changeParts.tsx';
import { useSignedChange } from './people.hooks.ts';
import styles from './people.module.css';
import { RolePicker } from './RolePicker.tsx';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';

const typedShape = z
  .object({ name: z.string(), email: z.string(), identity: z.string(), roles: z.array(z.string()), reason: z.string() })
  .partial();
type Typed = z.infer<typeof typedShape>;
const untouched: Typed = {};
const keys = ['name', 'email', 'identity'] as const;
/** What the fields hold: what is recorded, and over it what was typed. */
const typedOver = (typed: Typed, { name, email, identity, roles }: Person) => ({
  name: typed.name ?? name,
  email: typed.email ?? email,
  identity: typed.identity ?? identity,
  roles: typed.roles ?? roles,
  reason: typed.reason ?? '',
});

type Props = { person: Person; onDone: () => void };

/** What is recorded of a person, changed with a reason. The version that was looked at goes with it. */
export function PersonForm({ person, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  // A change of somebody else meanwhile must be told, not overwritten.
  const [seen, setSeen] = useState(person);
  const draft = useDraft(`person ${seen.user}`, untouched, typedShape);
  const after = typedOver(draft.value, seen);
  const isSameRoles = [...after.roles].sort().join(',') === [...seen.roles].sort().join(',');
  const isDifferent = !isSameRoles || keys.some((key) => after[key] !== seen[key]);
  const isComplete = isDifferent && after.name.trim() !== '' && after.roles.length > 0 && after.reason.trim() !== '';
  const signing = useSignedChange(
    {
      user: seen.user,
      version: seen.version,
      reason: after.reason,
      ...Object.fromEntries(keys.filter((key) => after[key] !== seen[key]).map((key) => [key, after[key]])),
      ...(isSameRoles ? {} : { roles: after.roles }),
    },
    leave,
  );

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (!isComplete || signing.running) return;
    const reading = await signing.prepare();
    if (reading === undefined) return;
    if (reading.positions.length === 0) await signing.sign({}, reading);
    else signing.open();
  }

  /** What was typed stays, upon what somebody else recorded meanwhile. */
  const lookAgain = (): void => setSeen(person);

  function leave(): void {
    draft.clear();
    onDone();
  }

  const field = (key: (typeof keys)[number] | 'reason') => ({
    value: after[key],
    onChange: (event: { currentTarget: { value: string } }) =>
      draft.set({ ...draft.value, [key]: event.currentTarget.value }),
  });

  return (
    <Section title={t('people.editTitle')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={submitOnCtrlEnter}>
        <DraftNotice draft={draft} />
        <TextInput label={t('people.name')} autoComplete="off" required withAsterisk={false} {...field('name')} />
        <RolePicker value={after.roles} onChange={(roles) => draft.set({ ...draft.value, roles })} />
        <TextInput label={t('people.email')} type="email" autoComplete="off" {...field('email')} />
        <TextInput
          label={t('people.identity')}
          description={t('people.identityHelp')}
          autoComplete="off"
          {...field('identity')}
        />
        <ReasonField {...field('reason')} />
        {!isDifferent && <p className="muted">{t('people.nothingChanged')}</p>}
        {!signing.isOpen && signing.failure !== undefined && (
          <ChangeRefused failure={signing.failure} onLoad={lookAgain} />
        )}
        <Line>
          <Button type="submit" loading={signing.running} disabled={!isComplete}>
            {t('people.save')}
          </Button>
          <Button variant="subtle" color="accent" onClick={leave}>
            {t('common.cancel')}
          </Button>
        </Line>
      </form>
      {signer !== undefined && (
        <SignDialog signing={signing} title={t('people.editTitle')} signer={signer} lookAgain={lookAgain} />
      )}
    </Section>
  );
}
