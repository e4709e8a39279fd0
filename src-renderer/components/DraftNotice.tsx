import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Line } from './layout.tsx';

/** Says quietly that a form holds what was typed before, and lets one start anew. */
export function DraftNotice({ draft }: { draft: { restored: boolean; clear: () => void } }): ReactNode {
  const { t } = useTranslation();
  if (!draft.restored) return null;
  return (
    <Line>
      <span className="muted" role="status">
        {t('common.restored')}
      </span>
      <Button size="compact-sm" variant="subtle" color="accent" onClick={draft.clear}>
        {t('common.startAnew')}
      </Button>
    </Line>
  );
}
