import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#renderer/components/links.tsx';
import { SetUpPage } from '#renderer/components/SetUpPage.tsx';
import { PreviewPart } from './PreviewPart.tsx';
import { asItIs, usePreview } from './reports.hooks.ts';

/** What the set-up leaves open, each with the way to where it is mended. */
export function GapsScreen(): ReactNode {
  const { t } = useTranslation();
  return (
    <SetUpPage
      at="/setup/gaps"
      lead={t('reports.catalogue.setUpGaps.answers')}
      actions={
        <Link to="/reports" search={{ report: 'setUpGaps' }}>
          {t('reports.catalogue.setUpGaps.asReport')}
        </Link>
      }
    >
      <PreviewPart asked={usePreview('setUpGaps', asItIs)} />
    </SetUpPage>
  );
}
