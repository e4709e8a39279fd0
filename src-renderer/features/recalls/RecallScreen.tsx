import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { RecallAnswerPart } from './RecallAnswerPart.tsx';
import { type RecallSearch, useRecall } from './recalls.hooks.ts';
import { Suspects } from './Suspects.tsx';

/** Recall: name the suspects; what is affected, where it lies and who got it follows. */
export function RecallScreen({ search, ask }: ScreenProps<RecallSearch>): ReactNode {
  const { t } = useTranslation();
  const asked = useRecall(search);
  const named = search.suspects.length + search.supplierLots.length > 0;
  return (
    <Page title={t('recalls.title')} lead={t('recalls.lead')}>
      <Suspects
        suspects={search.suspects}
        supplierLots={search.supplierLots}
        onChange={(change) => ask({ ...change, offset: 0, sort: '' }, 'step')}
      />
      <Switch
        label={t('trace.dated')}
        description={t('trace.datedHelp')}
        checked={search.dated}
        onChange={(event) => ask({ dated: event.currentTarget.checked, offset: 0 })}
      />
      {named ? (
        <Answer asked={asked}>
          {(view) => <RecallAnswerPart view={view} outdated={asked.outdated} search={search} ask={ask} />}
        </Answer>
      ) : (
        <EmptyState title={t('recalls.startTitle')}>
          <p>{t('recalls.startHelp')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
