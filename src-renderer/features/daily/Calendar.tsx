import { ActionIcon, Box, Group, Stack, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, keepWhile, useAsk } from '#renderer/client/index.ts';
import type { AnyPlace } from '#renderer/components/address.ts';
import { localDate, today, useLocale } from '#renderer/components/figures.tsx';
import { Icon, type IconName } from '#renderer/components/icons.tsx';
import { Link } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { type CalendarKind, calendarKinds } from '#shared/daily/vocabulary.ts';
import { addDays, addMonths, dayNumber, type PlainDate } from '#shared/kernel/dates.ts';
import { writeDateSpan } from '#shared/kernel/list.ts';

type Days = Outputs['daily']['calendar']['days'];

/** Each kind has a sign, since a day has little room. */
const signs: Readonly<Record<CalendarKind, IconName>> = {
  expiry: 'warning',
  useBy: 'clock',
  bestBefore: 'lots',
  retest: 'magnifier',
  approval: 'suppliers',
};

/** A month with how much falls due on which day; each count leads to the lots it counts. */
export function Calendar(): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const [first, setFirst] = useState(() => `${today().slice(0, 8)}01`);
  const asked = useAsk({
    ...ask.daily.calendar.queryOptions({ input: { month: first.slice(0, 7) } }),
    placeholderData: keepWhile,
  });
  return (
    <Box component="section" aria-label={t('daily.calendar.title')} flex="0 0 336px" maw="100%">
      <Group justify="space-between" mb={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          aria-label={t('daily.calendar.before')}
          onClick={() => setFirst(addMonths(first, -1))}
        >
          <Icon name="before" />
        </ActionIcon>
        <Text component="h2" fz={15} fw={600} aria-live="polite">
          {inWords(locale, { month: 'long', year: 'numeric' })(first)}
        </Text>
        <ActionIcon
          variant="subtle"
          aria-label={t('daily.calendar.after')}
          onClick={() => setFirst(addMonths(first, 1))}
        >
          <Icon name="next" />
        </ActionIcon>
      </Group>
      <Answer asked={asked}>{({ days }) => <Month first={first} days={days} />}</Answer>
      <Group component="ul" gap="4px 12px" mt={8} fz={12}>
        {calendarKinds.map((kind) => (
          <li key={kind}>
            <Icon name={signs[kind]} size={14} /> {t(`daily.kinds.${kind}`)}
          </li>
        ))}
        <li>
          <Link to="/due">{t('daily.calendar.whole')}</Link>
        </li>
      </Group>
    </Box>
  );
}

function Month({ first, days }: { first: PlainDate; days: Days }): ReactNode {
  const locale = useLocale();
  const now = today();
  const weeks = weeksOf(first);
  const said = { short: inWords(locale, { weekday: 'short' }), long: inWords(locale, { weekday: 'long' }) };
  return (
    <Table layout="fixed" withColumnBorders verticalSpacing={2} horizontalSpacing={4} fz={12}>
      <Table.Thead>
        <Table.Tr>
          {weeks[0]?.map((day) => (
            <Table.Th key={day} scope="col" abbr={said.long(day)} fw={500}>
              {said.short(day)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {weeks.map((week) => (
          <Table.Tr key={week[0]} style={{ verticalAlign: 'top' }}>
            {week.map((day) => (
              <Table.Td
                key={day}
                h={44}
                {...(day === now && { bg: 'var(--l-selected)', 'aria-current': 'date' as const })}
              >
                {day.slice(0, 7) === first.slice(0, 7) && (
                  <Day day={day} counts={days.find(({ date }) => date === day)?.counts ?? {}} />
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Where what a count counts is listed. */
const placeOf = (kind: CalendarKind, span: string): AnyPlace =>
  kind === 'approval'
    ? { to: '/suppliers', search: { validUntil: span, status: ['approved', 'conditional'] } }
    : { to: '/due', search: kind === 'bestBefore' ? { bestBefore: span } : { due: span, what: [kind] } };

function Day({ day, counts }: { day: PlainDate; counts: Days[number]['counts'] }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const span = writeDateSpan({ from: day, to: day });
  return (
    <Stack gap={0}>
      <span className="muted">{Number(day.slice(8))}</span>
      {calendarKinds.map((kind) => {
        const count = counts[kind] ?? 0;
        if (count === 0) return null;
        const what = t(`daily.kinds.${kind}`);
        return (
          <Link
            key={kind}
            {...placeOf(kind, span)}
            aria-label={t('daily.calendar.day', { day: localDate(day, locale), what, count })}
          >
            <span className="nowrap">
              <Icon name={signs[kind]} size={12} /> {count}
            </span>
          </Link>
        );
      })}
    </Stack>
  );
}

/** The weeks of a month, from Monday to Sunday, with the days around it that fill them. */
function weeksOf(first: PlainDate): PlainDate[][] {
  const end = addMonths(first, 1);
  const weeks: PlainDate[][] = [];
  // 1 January 1970 was a Thursday.
  for (let monday = addDays(first, -(((dayNumber(first) ?? 0) + 3) % 7)); monday < end; monday = addDays(monday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)));
  return weeks;
}

const inWords = (locale: string, how: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' });
  return (day: PlainDate): string => format.format(new Date(`${day}T00:00:00Z`));
};
