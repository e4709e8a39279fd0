import { Group, Kbd, Modal, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '#shared/kernel/permissions.ts';
import { keyedPlacesFor } from './navigation.ts';

const keys = [
  ['box', ['Ctrl', 'K']],
  ['filter', ['/']],
  ['down', ['j']],
  ['up', ['k']],
  ['open', ['Enter']],
  ['select', ['Space']],
  ['send', ['Ctrl', 'Enter']],
  ['leave', ['Esc']],
  ['keys', ['?']],
] as const;

/** On Today. */
const todayKeys = [
  ['decide', ['A', 'Q', 'R']],
  ['counts', ['1', '2', '3', '4']],
] as const;

/** In the picture of a trace. */
const pictureKeys = [
  ['along', ['←', '→']],
  ['level', ['↑', '↓']],
  ['open', ['Enter']],
  ['gap', ['b']],
  ['move', ['Shift', '← → ↑ ↓']],
  ['zoom', ['+', '−']],
  ['fit', ['0', 'f']],
  ['leave', ['Esc']],
] as const;

type Props = { permissions: readonly Permission[]; opened: boolean; onClose: () => void };

/** The keys that work everywhere, those that lead to a place, and those of Today and the picture. */
export function KeyboardMap({ permissions, opened, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      size="md"
      closeButtonProps={{ 'aria-label': t('keys.close') }}
    >
      <KeyList keys={keys.map(([what, combination]) => [t(`keys.${what}`), combination])} />
      <p className="muted">{t('keys.scan')}</p>
      <Title order={3} mt="md" mb="xs">
        {t('keys.places')}
      </Title>
      <KeyList keys={keyedPlacesFor(permissions).map(({ text, key }) => [t(text), ['g', key]])} />
      <Title order={3} mt="md" mb="xs">
        {t('today.title')}
      </Title>
      <KeyList keys={todayKeys.map(([what, combination]) => [t(`keys.${what}`), combination])} />
      <Title order={3} mt="md" mb="xs">
        {t('trace.graph.title')}
      </Title>
      <KeyList keys={pictureKeys.map(([what, combination]) => [t(`trace.graph.keyboard.${what}`), combination])} />
    </Modal>
  );
}

const KeyList = ({ keys: listed }: { keys: readonly (readonly [string, readonly string[]])[] }): ReactNode => (
  <Stack component="dl" gap={0} mb="sm">
    {listed.map(([what, combination]) => (
      <Group key={what} gap={0} mih={32} wrap="nowrap" style={{ borderTop: '1px solid var(--l-hairline)' }}>
        <Group component="dt" gap={4} w={96} flex="none">
          {combination.map((key) => (
            <Kbd key={key} miw={24}>
              {key}
            </Kbd>
          ))}
        </Group>
        <dd>{what}</dd>
      </Group>
    ))}
  </Stack>
);
