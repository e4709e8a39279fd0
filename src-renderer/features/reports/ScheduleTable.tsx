import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Answer, FailureState } from '#renderer/components/states.tsx';
import type { Schedule } from '#shared/reports/contract.ts';
import { useEnding, useSchedules } from './reports.hooks.ts';
import { ScheduleProblem, useWhen } from './scheduleWords.tsx';

/** What is written by itself: one's own, and everybody's for those who read the audit trail. */
export function ScheduleTable(): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const asked = useSchedules();
  const columns: TableColumn<Schedule>[] = [
    { id: 'name', header: t('reports.schedule.report'), wide: true, cell: ({ name }) => name },
    { id: 'person', header: t('fields.person'), cell: ({ personName }) => personName },
    { id: 'when', header: t('reports.schedule.every'), cell: (row) => when(row) },
    {
      id: 'folder',
      header: t('reports.schedule.folder'),
      wide: true,
      cell: ({ folder }) => <span className="mono">{folder}</span>,
    },
    { id: 'next', header: t('reports.schedule.next'), cell: ({ next }) => <MomentText at={next} /> },
    {
      id: 'last',
      header: t('reports.schedule.last'),
      wide: true,
      cell: (row) => (
        <>
          {row.lastAt === '' ? t('reports.schedule.never') : <MomentText at={row.lastAt} />}
          <ScheduleProblem schedule={row} />
          <EndOthers schedule={row} />
        </>
      ),
    },
  ];
  return (
    <Section title={t('reports.schedule.all')}>
      <Answer asked={asked}>
        {({ schedules }) => (
          <DataTable
            label={t('reports.schedule.all')}
            rows={schedules}
            columns={columns}
            empty={<p className="muted">{t('reports.schedule.none')}</p>}
          />
        )}
      </Answer>
    </Section>
  );
}

/** One's own is ended where it is open; that of somebody else, who may have left, by those who administer people. */
function EndOthers({ schedule }: { schedule: Schedule }): ReactNode {
  const { t } = useTranslation();
  const may = useMay('people');
  const { run, running, failure } = useEnding(schedule);
  if (schedule.isOwn || !may) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" loading={running} onClick={() => run()}>
        {t('reports.schedule.end')}
      </Button>
      {failure !== undefined && <FailureState failure={failure} />}
    </>
  );
}
