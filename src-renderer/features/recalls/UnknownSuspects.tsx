import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#renderer/components/Panel.tsx';
import { useRecordedMessage } from '#renderer/components/useMessage.ts';
import type { Unknown } from './askRecall.ts';

/** Which suspects nobody knows: the answer is about the others. */
export function UnknownSuspects({ unknown, none }: { unknown: readonly Unknown[]; none: boolean }): ReactNode {
  const { t } = useTranslation();
  const read = useRecordedMessage();
  if (unknown.length === 0) return null;
  return (
    <Panel mt="md" tone="rejected" icon="cross" role="alert">
      <Text fw={600}>{none ? t('recalls.noneKnown') : t('recalls.leftOut', { count: unknown.length })}</Text>
      <Box component="ul" pl="md">
        {unknown.map(({ said, message }) => (
          <li key={said}>
            <span className="mono">{said}</span>: {read(message)}
          </li>
        ))}
      </Box>
    </Panel>
  );
}
