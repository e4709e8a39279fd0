import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';

/** Whether a command was done, or refused and by which code. */
export function OutcomeBadge({ entry }: { entry: { outcome: 'done' | 'refused'; code: string } }): ReactNode {
  const { t } = useTranslation();
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
      <span className="mono">{entry.code}</span>
    </>
  );
}
