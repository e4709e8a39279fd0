import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useMay, writing } from '#renderer/client/index.ts';
import { MomentText, useLocale } from '#renderer/components/figures.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { periods } from '#shared/kernel/schedule.ts';
import { type ListedReport, reports, type Schedule } from '#shared/reports/contract.ts';
import { useEnding, useSchedules, useWriting } from './reports.hooks.ts';
import { ScheduleProblem, useWhen, weekdaysIn } from './scheduleWords.tsx';

type Props = { name: string; report: ListedReport };

/** When a report of one's own is written into a folder by itself. */
export function SchedulePart({ name, report }: Props): ReactNode {
  const { t } = useTranslation();
  const { data } = useSchedules();
  const may = useMay('report');
  const [isEdited, setIsEdited] = useState(false);
  const schedule = data?.schedules.find((one) => one.isOwn && one.name === name);
  if (data === undefined || (!may && schedule === undefined)) return null;
  const done = (): void => setIsEdited(false);
  return (
    <Paper component="section" aria-label={t('reports.schedule.title')} withBorder p="sm" mb="md">
      <Stack gap="xs">
        <Text component="h3" fw={600}>
          {t('reports.schedule.title')}
        </Text>
        {isEdited ? (
          <ScheduleForm name={name} report={report} schedule={schedule} onDone={done} />
        ) : schedule === undefined ? (
          <Group justify="space-between" gap="sm">
            <Text c="dimmed" size="sm" flex={1}>
              {t('reports.schedule.lead')}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => setIsEdited(true)}>
              {t('reports.schedule.save')}
            </Button>
          </Group>
        ) : (
          <Written schedule={schedule} may={may} onEdit={() => setIsEdited(true)} />
        )}
      </Stack>
    </Paper>
  );
}

function Written({ schedule, may, onEdit }: { schedule: Schedule; may: boolean; onEdit: () => void }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const written = useWriting(schedule.name);
  const ending = useEnding(schedule);
  const { files = [], problem = '' } = written.reply ?? {};
  return (
    <>
      <Text>
        {when(schedule)} · {schedule.formats.map((format) => t(`reports.${format}`)).join(', ')} ·{' '}
        <span className="mono">{schedule.folder}</span>
      </Text>
      <Text size="sm" c="dimmed">
        {t('reports.schedule.next')}: <MomentText at={schedule.next} /> · {t('reports.schedule.last')}:{' '}
        {schedule.lastAt === '' ? t('reports.schedule.never') : <MomentText at={schedule.lastAt} />}
      </Text>
      <ScheduleProblem schedule={schedule} />
      <Group gap="xs">
        {may && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              loading={written.running}
              onClick={() => written.run(schedule.name)}
            >
              {t('reports.schedule.run')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              {t('reports.schedule.edit')}
            </Button>
          </>
        )}
        <Button size="compact-sm" variant="default" loading={ending.running} onClick={() => ending.run()}>
          {t('reports.schedule.end')}
        </Button>
      </Group>
      {written.reply !== undefined && problem === '' && (
        <Text role="status" size="sm" c="dimmed">
          {t('reports.schedule.written', { count: files.length, files: files.join(', ') })}
        </Text>
      )}
      {[written.failure, ending.failure].map(
        (failure, at) => failure !== undefined && <FailureState key={at} failure={failure} />,
      )}
    </>
  );
}

type Typed = Pick<Schedule, 'every' | 'day' | 'time' | 'folder'> & { weekday: string; formats: string[] };
type FormProps = Props & { schedule: Schedule | undefined; onDone: () => void };

function ScheduleForm({ name, report, schedule, onDone }: FormProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { language, locale: tag } = writing();
  const { every = 'week', day = 1, time = '06:00', folder = '', formats = report.formats.slice(0, 1) } = schedule ?? {};
  const record: Typed = { every, day, time, folder, weekday: String(Math.min(day, 7)), formats: [...formats] };
  const fields: FormParts<Typed> = [
    {
      fields: [
        {
          kind: 'choice',
          name: 'every',
          label: 'reports.schedule.every',
          options: periods.map((value) => ({ value, label: t(`reports.schedule.periods.${value}`) })),
        },
        {
          kind: 'choice',
          name: 'weekday',
          label: 'reports.schedule.weekday',
          options: weekdaysIn(locale).map((label, at) => ({ value: String(at + 1), label })),
          when: (values) => values.every === 'week',
        },
        {
          kind: 'wholeNumber',
          name: 'day',
          label: 'reports.schedule.day',
          help: 'reports.schedule.dayHelp',
          when: (values) => values.every === 'month',
        },
        { kind: 'text', name: 'time', label: 'reports.schedule.time', help: 'reports.schedule.timeHelp' },
      ],
    },
    {
      kind: 'choices',
      name: 'formats',
      label: 'reports.schedule.formats',
      options: report.formats.map((value) => ({ value, label: t(`reports.${value}`) })),
    },
    { kind: 'text', name: 'folder', label: 'reports.schedule.folder', help: 'reports.schedule.folderHelp' },
  ];
  return (
    <RecordForm
      operation={reports.saveSchedule}
      call={api.reports.saveSchedule}
      record={record}
      fields={fields}
      draft={`schedule of ${name}`}
      send={(values) => ({
        ...{ name, every: values.every, time: values.time, folder: values.folder, language, locale: tag },
        day: values.every === 'week' ? Number(values.weekday) : values.every === 'month' ? values.day : 1,
        // The choices are the report's own.
        formats: report.formats.filter((format) => values.formats.includes(format)),
      })}
      action="reports.schedule.save"
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
