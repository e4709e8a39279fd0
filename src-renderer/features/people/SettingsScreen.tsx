import { Button, Checkbox, NumberInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft, useMay, useSession } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Facts, Line } from '#renderer/components/layout.tsx';
import { SetUpPage } from '#renderer/components/SetUpPage.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { type Settings, siteSettings } from '#shared/settings/contract.ts';
import { authorisable } from '#shared/people/vocabulary.ts';
import { z } from 'zod';
import { ChangeRefused, ReasonField } from './changeParts.tsx';
import { useSaveSettings, useSettings } from './people.hooks.ts';
import styles from './people.module.css';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';
import { RecoveryCodePart } from './RecoveryCodePart.tsx';
import { SinglePersonPart } from './SinglePersonPart.tsx';
import { usePermissionNames } from './words.ts';

const figures = [
  { key: 'idleMinutes', min: 1, max: 60 },
  { key: 'passwordDays', min: 0, max: 365 },
  { key: 'passwordCost', min: 14, max: 20 },
] as const;

/** How people sign in and sign here. */
export function SettingsScreen(): ReactNode {
  const { t } = useTranslation();
  const isPerson = useSession().data?.authState === 'person';
  const mayChange = useMay('people') && isPerson;
  const asked = useSettings();
  return (
    <SetUpPage at="/setup/settings" lead={t('people.settingsLead')}>
      {!mayChange && <p className="muted">{t('people.noRight')}</p>}
      <Answer asked={asked}>
        {(settings) => (mayChange ? <SettingsForm settings={settings} /> : <SettingsFacts settings={settings} />)}
      </Answer>
      <RecoveryCodePart mayChange={mayChange} />
      <SinglePersonPart mayChange={mayChange} />
    </SetUpPage>
  );
}

function SettingsFacts({ settings }: { settings: Settings }): ReactNode {
  const { t } = useTranslation();
  const permissionLabels = usePermissionNames();
  return (
    <Facts
      facts={[
        ...figures.map(({ key }) => [t(`people.${key}`), settings[key]] as const),
        [
          t('people.authorised'),
          settings.authorised.length === 0 ? t('common.none') : permissionLabels(settings.authorised),
        ],
      ]}
    />
  );
}

const typed = siteSettings.extend({ reason: z.string() });

function SettingsForm({ settings }: { settings: Settings }): ReactNode {
  const { t } = useTranslation();
  const saving = useSaveSettings();
  const [isSaved, setSaved] = useState(false);
  const draft = useDraft<z.infer<typeof typed>>('settings', { ...settings, reason: '' }, typed);
  const { reason, ...after } = draft.value;
  const isDifferent = JSON.stringify(inOrder(after)) !== JSON.stringify(inOrder(settings));

  function set(change: Partial<z.infer<typeof typed>>): void {
    setSaved(false);
    draft.set({ ...draft.value, ...change });
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (!isDifferent || reason.trim() === '') return;
    if ((await saving.run(draft.value)) === undefined) return;
    draft.clear();
    setSaved(true);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={submitOnCtrlEnter}>
      <DraftNotice draft={draft} />
      {figures.map(({ key, min, max }) => (
        <NumberInput
          key={key}
          label={t(`people.${key}`)}
          description={t(`people.${key}Help`)}
          min={min}
          max={max}
          allowDecimal={false}
          clampBehavior="blur"
          value={after[key]}
          onChange={(value) => typeof value === 'number' && value >= min && value <= max && set({ [key]: value })}
          className={styles.figure}
        />
      ))}
      <Checkbox.Group
        label={t('people.authorised')}
        value={after.authorised}
        onChange={(chosen) => set({ authorised: authorisable.filter((one) => chosen.includes(one)) })}
      >
        <div className={styles.boxes}>
          {authorisable.map((one) => (
            <Checkbox key={one} value={one} label={t(`people.permissions.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {isDifferent && <ReasonField value={reason} onChange={(event) => set({ reason: event.currentTarget.value })} />}
      {saving.failure !== undefined && <ChangeRefused failure={saving.failure} />}
      <Line>
        <Button type="submit" loading={saving.running} disabled={!isDifferent || reason.trim() === ''}>
          {t('people.save')}
        </Button>
        {isSaved && (
          <span className={styles.done} role="status">
            <Icon name="tick" /> {t('people.saved')}
          </span>
        )}
      </Line>
    </form>
  );
}

const inOrder = ({ idleMinutes, passwordDays, passwordCost, authorised }: Settings) => [
  idleMinutes,
  passwordDays,
  passwordCost,
  ...authorisable.filter((one) => authorised.includes(one)),
];
