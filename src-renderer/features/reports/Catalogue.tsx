import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#renderer/components/links.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { useWord } from '#renderer/components/words.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { ListedReport } from '#shared/reports/contract.ts';
import { reportGroups } from '#shared/reports/vocabulary.ts';
import type { Blanks, useOwnReports } from './reports.hooks.ts';
import styles from './reports.module.css';

type Props = {
  reports: readonly ListedReport[];
  own: ReturnType<typeof useOwnReports>;
  chosen: string;
  onChoose: (report: string, blanks?: Blanks) => void;
};

/** The reports one may have, in their groups, each with what it answers; those of one's own first. */
export function Catalogue({ reports, own, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const [text, setText] = useState('');
  const wanted = fold(text.trim());
  const titleOf = (name: string): string => say(`reports.catalogue.${name}.title`, name);
  const answersOf = (name: string): string => say(`reports.catalogue.${name}.answers`, '');
  const found = reports.filter(({ name }) => fold(`${titleOf(name)} ${answersOf(name)}`).includes(wanted));
  const mine = own.own.filter(
    ({ name, report }) => reports.some((one) => one.name === report) && fold(name).includes(wanted),
  );
  const item = (
    key: string,
    title: string,
    line: string,
    isChosen: boolean,
    to: { report: string; blanks?: Blanks },
  ) => (
    <li key={key}>
      <Link
        className={styles.item}
        aria-current={isChosen ? 'true' : undefined}
        to="/reports"
        search={{ report: to.report, ...(to.blanks === undefined ? {} : { blanks: to.blanks }) }}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onChoose(to.report, to.blanks);
        }}
      >
        <span>{title}</span>
        <span className="muted">{line}</span>
      </Link>
    </li>
  );
  return (
    <nav className={styles.catalogue} aria-label={t('reports.title')}>
      <TextInput
        aria-label={t('reports.find')}
        placeholder={t('reports.find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {own.failure !== undefined && <FailureState failure={own.failure} />}
      {mine.length > 0 && (
        <>
          <h2>{t('reports.mine')}</h2>
          <ul>
            {mine.map(({ name, report, blanks }) => item(name, name, titleOf(report), false, { report, blanks }))}
          </ul>
        </>
      )}
      {reportGroups.map((group) => {
        const those = found.filter((report) => report.group === group);
        if (those.length === 0) return null;
        return (
          <div key={group}>
            <h2>{t(`reports.groups.${group}`)}</h2>
            <ul>
              {those.map(({ name }) => item(name, titleOf(name), answersOf(name), name === chosen, { report: name }))}
            </ul>
          </div>
        );
      })}
      {found.length === 0 && mine.length === 0 && <p className="muted">{t('reports.noneFound')}</p>}
    </nav>
  );
}
