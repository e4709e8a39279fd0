import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { useWord } from '#renderer/components/words.ts';

/** Whether a command was done, or refused and why in a few words; the code stands in the entry. */
export function OutcomeBadge({ entry }: { entry: { outcome: 'done' | 'refused'; code: string } }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  if (entry.outcome === 'done') {
    return (
      <Badge tone="released" icon="tick">
        {t('audit.done')}
      </Badge>
    );
  }
  return (
    <>
      <Badge tone="rejected" icon="cross">
        {t('audit.refused')}
      </Badge>{' '}
      <Text span size="xs" c="dimmed">
        {say(`issueKinds.${entry.code}`, entry.code)}
      </Text>
    </>
  );
}
