import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localTimestamp, useLocale } from '#renderer/components/figures.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { restored, useRestored } from './restored.ts';

/** Says what a restore on this page came to, until it is dismissed. */
export function RestoredNotice(): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const said = useRestored();
  if (said === undefined) return null;
  const { head, headAt, kept } = said;
  return (
    <Panel tone="released" icon="tick" my="sm" role="status">
      <p>
        <strong>
          {t('restoreOf.done', { head, at: headAt === '' ? '–' : localTimestamp(headAt, locale, 'minute') })}
        </strong>{' '}
        {kept !== '' && t('restoreOf.doneKept', { kept })}
      </p>
      <p>{t('restoreOf.doneNext')}</p>
      <Button size="compact-sm" variant="default" mt={4} onClick={restored.dismiss}>
        {t('people.dismiss')}
      </Button>
    </Panel>
  );
}
