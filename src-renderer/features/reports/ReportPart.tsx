import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writeAddress } from '#renderer/components/address.ts';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { useWord } from '#renderer/components/words.ts';
import type { ListedReport } from '#shared/reports/contract.ts';
import { type Blanks, type useOwnReports, useReportDocument } from './reports.hooks.ts';
import styles from './reports.module.css';
import { PreviewPart } from './PreviewPart.tsx';
import { Sentence } from './Sentence.tsx';
import { usePageKeys } from './usePageKeys.ts';

type Props = {
  report: ListedReport;
  blanks: Blanks;
  own: ReturnType<typeof useOwnReports>;
  onBlanks: (blanks: Blanks) => void;
};

/** One report: its sentence with the blanks, what it says just now, and the documents of it. */
export function ReportPart({ report, blanks, own, onBlanks }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const title = say(`reports.catalogue.${report.name}.title`, report.name);
  const document = useReportDocument(report.name, blanks);
  const isMine = own.find(report.name, blanks) !== undefined;
  const star = (): void => own.toggle(report, blanks, title);
  const isHere = report.screen === '';
  const keyOf = (format: 'pdf' | 'xlsx') =>
    isHere && document.allowed && report.formats.includes(format) ? () => document.make(format) : undefined;
  usePageKeys({ p: keyOf('pdf'), x: keyOf('xlsx'), s: isHere ? star : undefined });
  return (
    <Section
      title={title}
      actions={
        isHere && (
          <div className={styles.actions}>
            <Button size="compact-sm" variant="default" aria-pressed={isMine} onClick={star}>
              {isMine ? '★' : '☆'} {t('reports.saved.keep')}
            </Button>
            <DocumentButtons work={document} formats={report.formats} />
          </div>
        )
      }
    >
      <p className="muted">{say(`reports.catalogue.${report.name}.answers`, '')}</p>
      {isHere ? (
        <>
          <Sentence report={report} blanks={blanks} onBlanks={onBlanks} />
          <PreviewPart report={report.name} blanks={blanks} />
        </>
      ) : (
        <p>
          {say(`reports.catalogue.${report.name}.asks`, '')}{' '}
          <a href={writeAddress(report.screen, {})}>{t('reports.openScreen')}</a>
        </p>
      )}
    </Section>
  );
}
