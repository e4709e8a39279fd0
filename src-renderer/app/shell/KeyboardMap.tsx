import { Group, Kbd, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const keys = [
  ['box', ['Ctrl', 'K']],
  ['filter', ['/']],
  ['down', ['j']],
  ['up', ['k']],
  ['open', ['Enter']],
  ['select', ['Space']],
  ['leave', ['Esc']],
  ['keys', ['?']],
] as const;

/** The keys that work everywhere. */
export function KeyboardMap({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      size="md"
      closeButtonProps={{ 'aria-label': t('keys.close') }}
    >
      <Stack component="dl" gap={0} mb="sm">
        {keys.map(([what, combination]) => (
          <Group key={what} gap={0} mih={32} style={{ borderTop: '1px solid var(--l-hairline)' }}>
            <Group component="dt" gap={4} w={96}>
              {combination.map((key) => (
                <Kbd key={key} miw={24}>
                  {key}
                </Kbd>
              ))}
            </Group>
            <dd>{t(`keys.${what}`)}</dd>
          </Group>
        ))}
      </Stack>
      <p className="muted">{t('keys.scan')}</p>
    </Modal>
  );
}
