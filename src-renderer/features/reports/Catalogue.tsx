import { Box, NavLink, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/components/address.ts';
import { FailureState } from '#renderer/components/states.tsx';
import { useWord } from '#renderer/components/words.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { ListedReport } from '#shared/reports/contract.ts';
import { reportGroups } from '#shared/reports/vocabulary.ts';
import { asItIs, type OwnReports, type Wanted } from './reports.hooks.ts';

type Props = {
  reports: readonly ListedReport[];
  own: OwnReports;
  chosen: string;
  /** The one of one's own that is open; "" for none. */
  saved: string;
  onChoose: (report: string, wanted?: Wanted) => void;
};

type Item = { key: string; title: string; line: string; isChosen: boolean; report: string; wanted?: Wanted };

/** The reports one may have, in their groups, each with what it answers; those of one's own first. */
export function Catalogue({ reports, own, chosen, saved, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const [text, setText] = useState('');
  const wantedText = fold(text.trim());
  const titleOf = (name: string): string => say(`reports.catalogue.${name}.title`, name);
  const answersOf = (name: string): string => say(`reports.catalogue.${name}.answers`, '');
  const found = reports.filter(({ name }) => fold(`${titleOf(name)} ${answersOf(name)}`).includes(wantedText));
  const mine = own.own.filter(
    ({ name, report }) => reports.some((one) => one.name === report) && fold(name).includes(wantedText),
  );
  const isOwnOpen = own.named(saved) !== undefined;
  const item = ({ title, line, isChosen, report, wanted = asItIs }: Item): ReactNode => (
    <NavLink
      href={addressOf('/reports', { report, ...wanted, columns: [...wanted.columns] })}
      label={title}
      description={line}
      active={isChosen}
      aria-current={isChosen ? 'true' : undefined}
      px="xs"
      py={4}
      bdrs="sm"
      c="var(--l-text)"
      td="none"
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onChoose(report, wanted);
      }}
    />
  );
  const part = (key: string, heading: string, items: readonly Item[]): ReactNode =>
    items.length > 0 && (
      <div key={key}>
        <Text component="h2" fz={12} fw={600} c="dimmed" m={0} mb={4}>
          {heading}
        </Text>
        <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {items.map((one) => (
            <li key={one.key}>{item(one)}</li>
          ))}
        </Box>
      </div>
    );
  return (
    <Stack component="nav" gap="sm" aria-label={t('reports.title')}>
      <TextInput
        aria-label={t('reports.find')}
        placeholder={t('reports.find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {own.failure !== undefined && <FailureState failure={own.failure} />}
      {part(
        'mine',
        t('reports.mine'),
        mine.map(({ name, report, wanted }) => ({
          ...{ key: name, title: name, line: titleOf(report), isChosen: name === saved, report, wanted },
        })),
      )}
      {reportGroups.map((group) =>
        part(
          group,
          t(`reports.groups.${group}`),
          found
            .filter((report) => report.group === group)
            .map(({ name }) => ({
              ...{ key: name, title: titleOf(name), line: answersOf(name), report: name },
              isChosen: name === chosen && !isOwnOpen,
            })),
        ),
      )}
      {found.length === 0 && mine.length === 0 && <p className="muted">{t('reports.noneFound')}</p>}
    </Stack>
  );
}
