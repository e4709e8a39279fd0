import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '#renderer/client/index.ts';
import { ChartPart } from '#renderer/components/chart/ChartPart.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity, useLocale } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { AnyLink } from '#renderer/components/links.tsx';
import { Answer, EmptyState, LastAnswer } from '#renderer/components/states.tsx';
import type { Preview } from './reports.hooks.ts';
import { ReportBarRows } from './ReportBarRows.tsx';
import { ReportCellText } from './ReportCellText.tsx';

type Shown = Preview['report']['sections'][number];
type Row = Shown['rows'][number];

/** What the report says just now: its figures, and the first rows of each list. */
export function PreviewPart({ asked }: { asked: Asked<Preview> }): ReactNode {
  return (
    <LastAnswer outdated={asked.outdated}>
      <Answer asked={asked}>{(preview) => <Drawn preview={preview} />}</Answer>
    </LastAnswer>
  );
}

function Drawn({ preview: { report, comesFrom } }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  if (report.total === 0)
    return (
      <EmptyState title={report.sections.map(({ empty }) => empty).find(Boolean) ?? t('reports.nothing')}>
        {comesFrom !== '' && <AnyLink to={comesFrom}>{t('reports.comesFrom')}</AnyLink>}
      </EmptyState>
    );
  return (
    <>
      <Figures figures={report.figures} />
      {report.facts.map(({ label, kind, value }) => (
        <Text key={label} mb={4}>
          <span className="muted">{label}:</span> <ReportCellText name="" kind={kind} value={value} />
        </Text>
      ))}
      {report.sections.map((section, at) => (
        <Section key={at} title={section.title}>
          {section.sentence !== '' && <p className="muted">{section.sentence}</p>}
          {section.chart !== undefined && <ChartPart chart={section.chart} empty={section.empty} />}
          {section.bars !== undefined && <ReportBarRows bars={section.bars} />}
          {section.columns.length > 0 && <Rows section={section} />}
        </Section>
      ))}
    </>
  );
}

function Figures({ figures }: Pick<Preview['report'], 'figures'>): ReactNode {
  const locale = useLocale();
  return (
    <Group component="dl" gap="xl" align="flex-start" mt={0} mb="sm">
      {figures.map(({ label, values, note }) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          {values.map((value, at) => (
            <Text key={at} component="dd" m={0} fz={20} fw={600}>
              {typeof value === 'number' ? (
                value.toLocaleString(locale)
              ) : (
                <Quantity value={value.amount} unit={value.unit} />
              )}
            </Text>
          ))}
          {note !== undefined && (
            <Text component="dd" m={0} size="xs" c="dimmed">
              {note}
            </Text>
          )}
        </div>
      ))}
    </Group>
  );
}

/** A text of more letters may break lines. */
const longText = 40;
const isLong = (cell: Row[number] | undefined): boolean => typeof cell === 'string' && cell.length > longText;

function Rows({ section: { title, columns, rows, total, empty } }: { section: Shown }): ReactNode {
  const { t } = useTranslation();
  const drawn = columns.map(
    ({ key, header, kind }, at): TableColumn<Row> => ({
      id: key,
      header,
      // Sentences and lists of names take the room there is.
      wide: kind === 'text' && rows.some((row) => isLong(row[at])),
      figure: kind === 'quantity' || kind === 'integer' || kind === 'percent',
      cell: (row) => <ReportCellText name={key} kind={kind} value={row[at] ?? null} />,
    }),
  );
  return (
    <>
      <DataTable label={title} rows={rows} columns={drawn} empty={<p className="muted">{empty}</p>} />
      {total > rows.length && <p className="muted">{t('reports.firstRows', { shown: rows.length, count: total })}</p>}
    </>
  );
}
