import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/components/layout.tsx';
import { usePageKeys } from '#renderer/components/pageKeys.ts';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import type { ListedReport } from '#shared/reports/contract.ts';
import { Catalogue } from './Catalogue.tsx';
import { IssuedDocuments } from './IssuedDocuments.tsx';
import { asItIs, type ReportsSearch, useCatalogue, useOwnReports, type Wanted } from './reports.hooks.ts';
import styles from './reports.module.css';
import { ReportPart } from './ReportPart.tsx';
import { ScheduleTable } from './ScheduleTable.tsx';

/** Every report there is: which, of what, and what it says just now; what is written by itself; and every document that was ever handed over. */
export function ReportsScreen({ search, setSearch }: ScreenProps<ReportsSearch>): ReactNode {
  const { t } = useTranslation();
  const asked = useCatalogue();
  return (
    <Page title={t('reports.title')} lead={t('reports.lead')}>
      <Answer asked={asked}>
        {({ reports }) => <Chosen reports={reports} search={search} setSearch={setSearch} />}
      </Answer>
      <ScheduleTable />
      <IssuedDocuments offset={search.offset} onOffset={(offset) => setSearch({ offset })} />
    </Page>
  );
}

type Props = ScreenProps<ReportsSearch> & { reports: readonly ListedReport[] };

function Chosen({ reports, search, setSearch }: Props): ReactNode {
  const own = useOwnReports();
  const at = Math.max(
    reports.findIndex(({ name }) => name === search.report),
    // The first one that can be seen at once is shown until another one is chosen.
    search.report === '' ? reports.findIndex(({ screen }) => screen === '') : -1,
  );
  const report = reports[at];
  const set = (name: string, wanted: Wanted, step?: 'step'): void =>
    setSearch({ report: name, ...wanted, columns: [...wanted.columns] }, step);
  const step = (by: 1 | -1): void => {
    const next = reports[Math.min(Math.max(at + by, 0), reports.length - 1)];
    if (next !== undefined) set(next.name, asItIs);
  };
  usePageKeys({ j: () => step(1), k: () => step(-1) });
  const { blanks, columns, group, saved } = search;
  return (
    <div className={styles.halves}>
      <Catalogue
        reports={reports}
        own={own}
        chosen={report?.name ?? ''}
        saved={saved}
        onChoose={(name, wanted = asItIs) => set(name, wanted, 'step')}
      />
      {report !== undefined && (
        <ReportPart
          key={`${report.name} ${saved}`}
          report={report}
          wanted={{ blanks, columns, group, saved }}
          own={own}
          onWanted={(wanted) => set(report.name, wanted)}
        />
      )}
    </div>
  );
}
