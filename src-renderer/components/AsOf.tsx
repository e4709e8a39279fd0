import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlainDate } from '#shared/kernel/dates.ts';
import { lastMomentOf, timeIn } from '#shared/kernel/zones.ts';
import { dayOf, localDate, localTimestamp, today, useLocale, zoneShown } from './figures.tsx';
import { Panel } from './Panel.tsx';

type Props = {
  /** A moment, or a day, of which the end is meant; "" for now. */
  asOf: string;
  onChoose: (asOf: string) => void;
};

/** What an operation is asked: nothing where one looks at now. */
export const askedAsOf = (asOf: string): { asOf?: string } => (asOf === '' ? {} : { asOf });

/** The way to a past moment: a button, and behind it a day and, where wanted, a time of it in the plant's zone. */
export function AsOfButton({ asOf, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withinPortal={false} trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!isOpen)}>
          {t('asOf.look')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="md" w={320}>
        <MomentForm
          asOf={asOf}
          onChoose={(chosen) => {
            setOpen(false);
            onChoose(chosen);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function MomentForm({ asOf, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const [day, setDay] = useState(() => dayIn(asOf) || today());
  const [time, setTime] = useState('');
  const show = (event: FormEvent): void => {
    event.preventDefault();
    if (isPlainDate(day)) onChoose(momentOf(day, time));
  };
  return (
    <form onSubmit={show}>
      <Stack gap="sm">
        <TextInput
          type="date"
          label={t('asOf.day')}
          required
          withAsterisk={false}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('asOf.time')}
          description={t('asOf.timeHelp')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit">{t('asOf.show')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The moment that a clock of the plant shows, or the day itself. */
function momentOf(day: string, time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  if (time === '') return day;
  return new Date(timeIn(zoneShown(), day, Number(hours) * 60 + Number(minutes))).toISOString();
}

/** The day that is looked at, today where one looks at now; "" for what is no moment. */
export function dayIn(asOf: string): string {
  if (asOf === '') return today();
  if (isPlainDate(asOf)) return asOf;
  const at = new Date(asOf);
  return Number.isNaN(at.getTime()) ? '' : dayOf(at);
}

/** The moment that is looked at in milliseconds, now where that is none. */
export const millisOf = (asOf: string): number => {
  const moment = asOf === '' ? undefined : lastMomentOf(zoneShown(), asOf);
  return moment === undefined ? Date.now() : moment / 1000;
};

/** Says that one looks at the past, what that means, and leads back. Nothing where one looks at now. */
export function AsOfNotice({ asOf, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (asOf === '') return null;
  const isDay = isPlainDate(asOf);
  const when = isDay ? localDate(asOf, locale) : dayIn(asOf) === '' ? asOf : localTimestamp(asOf, locale);
  return (
    <Panel tone="accent" icon="clock" label={t('asOf.past')} my="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div role="status">
          <Text fw={600}>{t(isDay ? 'asOf.endOf' : 'asOf.at', { when })}</Text>
          <Text size="sm">{t('asOf.means')}</Text>
        </div>
        <Button variant="default" onClick={() => onChoose('')} style={{ flexShrink: 0 }}>
          {t('asOf.now')}
        </Button>
      </Group>
    </Panel>
  );
}
