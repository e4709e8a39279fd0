import { ActionIcon, Anchor, Group, NativeSelect, Popover, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Session, useAsk } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { PersonMenu } from '#renderer/features/people/people.routes.tsx';
import { isLanguage, languages } from '#shared/texts/index.ts';
import { changeLanguage } from '../texts.ts';
import styles from './AppShell.module.css';

const schemes = [
  { value: 'auto', text: 'app.system' },
  { value: 'light', text: 'app.light' },
  { value: 'dark', text: 'app.dark' },
] as const;

/** Whose store this is, who is asking, and how the page should look and speak. */
export function Breadcrumb({ session }: { session: Session | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group wrap="nowrap" justify="flex-end" gap="8px 12px" miw={0} style={{ whiteSpace: 'nowrap' }}>
      {session !== undefined && (
        <>
          <Text className={styles.wide ?? ''} span truncate miw={0} title={session.store.name}>
            {session.store.name}
          </Text>
          <Text className={styles.wide ?? ''} span truncate miw={0}>
            <Sites />
          </Text>
          {session.store.demo && <Badge tone="neutral">{t('app.demo')}</Badge>}
          {session.store.readOnly !== '' && (
            <Badge tone="quarantine" icon="lock">
              {t('app.readOnly')}
            </Badge>
          )}
          <PersonMenu session={session} />
        </>
      )}
      <Preferences version={session?.version ?? ''} />
    </Group>
  );
}

/** Where the plant is: its site, or how many it has and which. */
function Sites(): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data } = useAsk(ask.locations.listSites.queryOptions({ input: {} }));
  const names = data?.sites.map(({ name }) => name) ?? [];
  if (names.length === 0) return null;
  if (names.length === 1) return <span title={t('app.site')}>{names[0]}</span>;
  const said = t('app.sites', { count: names.length });
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
        <Anchor
          component="button"
          type="button"
          c="inherit"
          title={names.join(', ')}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {said}
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown aria-label={said} miw={200}>
        {/* What scrolls must be reachable by keyboard. */}
        <Stack component="ul" gap={0} mah="50vh" style={{ overflow: 'auto' }} tabIndex={0}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

export function Preferences({ version }: { version: string }): ReactNode {
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
        <ActionIcon size={28} color="accent" aria-label={t('app.menu')} onClick={() => setOpened(!opened)}>
          <Icon name="settings" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app.menu')} miw={200}>
        <Stack gap="sm">
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
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
