import { ActionIcon, NativeSelect, Popover, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { isLanguage, languages } from '#shared/texts/index.ts';
import { changeLanguage } from '../texts.ts';
import styles from './Frame.module.css';

const schemes = [
  { value: 'auto', text: 'app.system' },
  { value: 'light', text: 'app.light' },
  { value: 'dark', text: 'app.dark' },
] as const;

/** Whose store this is, who is asking, and how the page should look and speak. */
export function Whereabouts({ session }: { session: Session | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.where}>
      {session !== undefined && (
        <>
          <span>{session.store.name}</span>
          {session.store.demo && <Badge tone="neutral">{t('app.demo')}</Badge>}
          {session.store.readOnly !== '' && (
            <Badge tone="quarantine" icon="lock">
              {t('app.readOnly')}: {session.store.readOnly}
            </Badge>
          )}
          <span className="muted">{session.person.name}</span>
        </>
      )}
      <Preferences version={session?.version ?? ''} />
    </div>
  );
}

function Preferences({ version }: { version: string }): ReactNode {
  const { t, i18n } = useTranslation();
  // To hold transitions, Mantine would write a <style> element, which the page's policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      withinPortal={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon variant="subtle" color="accent" aria-label={t('app.menu')} onClick={() => setOpened(!opened)}>
          <Icon name="settings" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app.menu')} className={styles.preferences}>
        <NativeSelect
          label={t('app.language')}
          value={i18n.language}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => {
            if (isLanguage(value)) changeLanguage(value);
            setOpened(false);
          }}
        />
        <NativeSelect
          label={t('app.appearance')}
          value={colorScheme}
          data={schemes.map(({ value, text }) => ({ value, label: t(text) }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = schemes.find((scheme) => scheme.value === value);
            if (chosen !== undefined) setColorScheme(chosen.value);
            setOpened(false);
          }}
        />
        {version !== '' && <p className="muted">{t('app.version', { version })}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
