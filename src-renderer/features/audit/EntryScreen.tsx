import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entryPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { IssueTable } from '#renderer/components/IssueTable.tsx';
import { EntryMoment } from '#renderer/components/EntryMoment.tsx';
import { Facts, Line, Page, Section } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SignaturePart } from '#renderer/components/SignaturePart.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { useWord } from '#renderer/components/words.ts';
import { type EntryDetail, useEntry } from './audit.hooks.ts';
import { Changes } from './Changes.tsx';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { useOperationName, useSummary } from './said.tsx';

type Search = { seq: number; offset: number };

/** One entry of the audit trail: who, when, what, and every value it changed. */
export function EntryScreen({ search, setSearch }: ScreenProps<Search>): ReactNode {
  const { t } = useTranslation();
  const asked = useEntry(search.seq, search.offset);
  return (
    <Page
      kind={t('audit.title')}
      title={t('audit.entryTitle', { seq: search.seq })}
      actions={
        <>
          {search.seq > 1 && <Link {...entryPlace(search.seq - 1)}>{t('audit.previousEntry')}</Link>}
          {asked.data !== undefined && search.seq < asked.data.last && (
            <Link {...entryPlace(search.seq + 1)}>{t('audit.nextEntry')}</Link>
          )}
          <Link to="/audit">{t('audit.backToList')}</Link>
        </>
      }
    >
      <Answer asked={asked}>
        {(detail) => <EntryPart detail={detail} offset={search.offset} onOffset={(offset) => setSearch({ offset })} />}
      </Answer>
    </Page>
  );
}

type PartProps = { detail: EntryDetail; offset: number; onOffset: (offset: number) => void };

function EntryPart({ detail, offset, onOffset }: PartProps): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const nameOf = useOperationName();
  const summaryOf = useSummary();
  const { entry, movements, changes, changesTotal, listed, listedTotal, signatures } = detail;
  return (
    <>
      <Line>
        <OutcomeBadge entry={entry} />
        <span>{summaryOf(entry)}</span>
      </Line>
      <Facts
        facts={[
          [
            t('audit.operation'),
            <span key="operation">
              {nameOf(entry.operation)} <span className="mono muted">{entry.operation}</span>
            </span>,
          ],
          ...(entry.outcome === 'done'
            ? []
            : [
                [
                  t('audit.code'),
                  <span key="code" className="mono">
                    {entry.code}
                  </span>,
                ] as const,
              ]),
          [t('fields.at'), <EntryMoment key="at" {...entry} />],
          [
            t('fields.person'),
            <Link to="/audit" search={{ person: entry.person }} key="person">
              {entry.person}
            </Link>,
          ],
          [t('audit.host'), say(`audit.hosts.${entry.host}`, entry.host)],
          [t('fields.workstation'), entry.workstation],
          ...(entry.reason === undefined ? [] : [[t('signing.reason'), entry.reason] as const]),
          ...(movements === 0 ? [] : [[t('exchange.movements'), t('audit.movements', { count: movements })] as const]),
          [
            t('audit.hash'),
            <span key="hash" className="mono">
              {entry.hash}
            </span>,
          ],
        ]}
      />
      {listed.length > 0 && (
        <IssueTable
          title={t(entry.outcome === 'done' ? 'exchange.findings' : 'exchange.faults')}
          faults={listed}
          total={listedTotal}
        />
      )}
      <SignaturePart signatures={signatures} mayAudit withoutEntry />
      <Section title={t('audit.changes')}>
        <Changes changes={changes} total={changesTotal} offset={offset} onOffset={onOffset} />
      </Section>
    </>
  );
}
