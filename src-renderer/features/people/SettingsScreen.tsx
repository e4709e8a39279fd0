import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useMay, useSession } from '#renderer/client/index.ts';
import { Facts } from '#renderer/components/layout.tsx';
import { SetUpPage } from '#renderer/components/SetUpPage.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { authorisable } from '#shared/people/vocabulary.ts';
import { type Settings, settings as contract } from '#shared/settings/contract.ts';
import { useSettings } from './people.hooks.ts';
import { RecoveryCodePart } from './RecoveryCodePart.tsx';
import { SinglePersonPart } from './SinglePersonPart.tsx';
import { usePermissionNames } from './words.ts';

const figures = ['idleMinutes', 'passwordDays', 'passwordCost', 'dailyGapDays'] as const;

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
        ...figures.map((key) => [t(`people.${key}`), settings[key]] as const),
        [t('people.dailyJob'), t(settings.dailyJob ? 'common.yes' : 'common.no')],
        [t('people.timeZone'), settings.timeZone === '' ? t('people.timeZoneOwn') : settings.timeZone],
        [
          t('people.authorised'),
          settings.authorised.length === 0 ? t('common.none') : permissionLabels(settings.authorised),
        ],
      ]}
    />
  );
}

function SettingsForm({ settings }: { settings: Settings }): ReactNode {
  const { t } = useTranslation();
  const options = authorisable.map((value) => ({ value, label: t(`people.permissions.${value}`) }));
  const fields: FormParts<Settings> = [
    ...figures.map((key) => ({
      kind: 'wholeNumber' as const,
      name: key,
      label: `people.${key}` as const,
      help: `people.${key}Help` as const,
    })),
    {
      kind: 'choice',
      name: 'timeZone',
      label: 'people.timeZone',
      help: 'people.timeZoneHelp',
      options: [
        { value: '', label: t('people.timeZoneOwn') },
        ...zonesWith(settings.timeZone).map((value) => ({ value, label: value })),
      ],
    },
    { kind: 'flag', name: 'dailyJob', label: 'people.dailyJob', help: 'people.dailyJobHelp' },
    { kind: 'choices', name: 'authorised', label: 'people.authorised', options },
  ];
  return (
    <RecordForm
      operation={contract.saveSettings}
      call={api.people.saveSettings}
      record={settings}
      fields={fields}
      changes
      draft="settings"
      send={(values) => values}
    />
  );
}

/** Every zone this browser knows, and the one that is set, which it may not. */
const zonesWith = (zone: string): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(zone === '' ? [] : [zone])])].sort();
