import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#renderer/client/index.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';

/** Why a backup is not restored. Codes speak of stores: where it is the backup that is no good, that is said first. */
export function RefusedBackup({ failure }: { failure: Failure }): ReactNode {
  const { t } = useTranslation();
  const read = useMessage();
  if (failure.details['isBackup'] !== true) return <FailureState failure={failure} />;
  return (
    <Panel my="sm" tone="danger" icon="cross" role="alert">
      <Text mb={4} fw={600}>
        {t('restoreOf.noGood')}
      </Text>
      <Text mb={4} style={{ overflowWrap: 'anywhere' }}>
        {read(failure.message)}
      </Text>
      <details className="muted">
        <summary>{t('common.details')}</summary>
        <code className="mono">{failure.code}</code>
      </details>
    </Panel>
  );
}
