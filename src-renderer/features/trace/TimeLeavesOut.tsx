import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#shared/kernel/unit.ts';
import { beyondTime } from '#shared/trace/inTime.ts';
import { type AnswerProps, useOtherCounts } from './trace.hooks.ts';

/** What a trace without regard to time has beyond what was possible in time, in numbers, and the way from one to the other. */
export function TimeLeavesOut({ view, unit, search, setSearch }: AnswerProps & { unit: Unit }): ReactNode {
  const { t } = useTranslation();
  const { direction, anyTime } = search;
  const { data } = useOtherCounts({ unit, direction, dated: !anyTime });
  if (data === undefined) return null;
  const more = anyTime ? beyondTime(view.counts, data.counts) : beyondTime(data.counts, view.counts);
  if (more.length === 0) return null;
  return (
    <Text c="dimmed" mb="xs">
      {t(anyTime ? 'trace.impossible' : 'trace.leftOut', {
        what: more.map(({ list, count }) => t(`trace.more.${list}`, { count })).join(', '),
      })}{' '}
      <Button size="compact-sm" variant="subtle" onClick={() => setSearch({ anyTime: !anyTime, offset: 0 }, 'step')}>
        {t(anyTime ? 'trace.showPossible' : 'trace.showAnyTime')}
      </Button>
    </Text>
  );
}
