import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { useDocument } from './dossier.hooks.ts';
import { MovementTable } from './MovementTable.tsx';

/** A document: every movement that bears its number. */
export function DocumentScreen({ search, ask }: ScreenProps<{ number: string; offset: number }>): ReactNode {
  const { t } = useTranslation();
  const asked = useDocument(search.number, search.offset);
  return (
    <Page code kind={t('dossier.documentTitle')} title={search.number}>
      <Answer asked={asked}>
        {(movements) =>
          movements.total === 0 ? (
            <EmptyState title={t('dossier.noDocument')} />
          ) : (
            <MovementTable movements={movements} offset={search.offset} onOffset={(offset) => ask({ offset })} />
          )
        }
      </Answer>
    </Page>
  );
}
