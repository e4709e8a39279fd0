import { Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { AnyLink } from '#renderer/components/links.tsx';
import { usePageKeys } from '#renderer/components/pageKeys.ts';
import { useWord } from '#renderer/components/words.ts';
import type { ListedReport } from '#shared/reports/contract.ts';
import type { DocumentFormat } from '#shared/reports/vocabulary.ts';
import { KeepMenu } from './KeepMenu.tsx';
import { PreviewPart } from './PreviewPart.tsx';
import { type OwnReports, usePreview, useReportDocument, type Wanted } from './reports.hooks.ts';
import { SchedulePart } from './SchedulePart.tsx';
import { Sentence } from './Sentence.tsx';
import { ShapeMenu } from './ShapeMenu.tsx';

type Props = { report: ListedReport; wanted: Wanted; own: OwnReports; onWanted: (wanted: Wanted) => void };

/** One report: what it answers, and the way to where it is put together, or the report itself. */
export function ReportPart(props: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const { name, screen } = props.report;
  if (screen === '') return <OwnPart {...props} />;
  return (
    <Section title={say(`reports.catalogue.${name}.title`, name)}>
      <p className="muted">{say(`reports.catalogue.${name}.answers`, '')}</p>
      <p>
        {say(`reports.catalogue.${name}.asks`, '')} <AnyLink to={screen}>{t('reports.openScreen')}</AnyLink>
      </p>
    </Section>
  );
}

/** A report that is put together here: its sentence with the blanks, what it says just now, and the documents of it. */
function OwnPart({ report, wanted, own, onWanted }: Props): ReactNode {
  const say = useWord();
  const [isKeeping, setIsKeeping] = useState(false);
  const title = say(`reports.catalogue.${report.name}.title`, report.name);
  const asked = usePreview(report.name, wanted);
  const document = useReportDocument(report.name, wanted);
  const opened = own.named(wanted.saved);
  const keyOf = (format: DocumentFormat) =>
    document.allowed && report.formats.includes(format) ? () => document.make(format) : undefined;
  usePageKeys({ p: keyOf('pdf'), x: keyOf('xlsx'), s: () => setIsKeeping(true), r: asked.retry });
  return (
    <Section
      title={title}
      actions={
        <Group gap="xs" align="flex-start" justify="flex-end">
          <KeepMenu
            report={report.name}
            title={title}
            wanted={wanted}
            own={own}
            opened={opened}
            isOpen={isKeeping}
            onOpen={setIsKeeping}
            onSaved={(saved) => onWanted({ ...wanted, saved })}
          />
          <ShapeMenu columns={asked.data?.columns ?? []} wanted={wanted} onWanted={onWanted} />
          <DocumentButtons work={document} formats={report.formats} />
        </Group>
      }
    >
      <p className="muted">{say(`reports.catalogue.${report.name}.answers`, '')}</p>
      <Sentence report={report} blanks={wanted.blanks} onBlanks={(blanks) => onWanted({ ...wanted, blanks })} />
      {opened !== undefined && <SchedulePart name={opened.name} report={report} />}
      <PreviewPart asked={asked} />
    </Section>
  );
}
