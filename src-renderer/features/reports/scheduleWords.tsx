import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { useRecordedMessage } from '#renderer/components/useMessage.ts';
import type { Schedule } from '#shared/reports/contract.ts';

/** The days of a week in words, from Monday on. */
export function weekdaysIn(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, at) => format.format(Date.UTC(2024, 0, 1 + at)));
}

/** When something is written, in words. */
export function useWhen(): (schedule: Pick<Schedule, 'every' | 'day' | 'time'>) => string {
  const { t } = useTranslation();
  const weekdays = weekdaysIn(useLocale());
  return ({ every, day, time }) =>
    t(`reports.schedule.when.${every}`, { day, time, weekday: weekdays[day - 1] ?? String(day) });
}

/** Why nothing was written, or would be. */
export function ScheduleProblem({ schedule }: { schedule: Schedule }): ReactNode {
  const { t } = useTranslation();
  const read = useRecordedMessage();
  const { problem, refusal, personName, report } = schedule;
  const said =
    refusal !== ''
      ? t(`reports.schedule.refusals.${refusal}`, { name: personName })
      : report === ''
        ? t('reports.schedule.gone')
        : problem === ''
          ? ''
          : t('reports.schedule.notWritten', { problem: read(problem) });
  if (said === '') return null;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" role="status">
      <Icon name="warning" size={14} />
      <Text size="sm" fw={600}>
        {said}
      </Text>
    </Group>
  );
}
