import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { Page, Section } from '#renderer/components/layout.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import styles from './audit.module.css';
import { everyEntry, type HistorySearch, pageSize, useAuditDocument, useVersions } from './audit.hooks.ts';
import { placeOfRecord } from './said.tsx';
import { SideBySide } from './SideBySide.tsx';
import { VersionList } from './VersionList.tsx';
import { LinkButton } from '#renderer/components/links.tsx';

/** The versions of one record, and any two of them side by side. It is read from the journal: the record may be gone. */
export function HistoryScreen({ search, setSearch }: ScreenProps<HistorySearch>): ReactNode {
  const { t } = useTranslation();
  const { record, key } = search;
  const asked = useVersions(search);
  const mayAudit = useMay('audit');
  const document = useAuditDocument({ ...everyEntry, record: (record === 'lot' ? key[1] : key[0]) ?? '' }, false);
  const place = placeOfRecord(record, key);
  const name = key.filter((part) => part !== '').join(' / ');
  return (
    <Page
      code
      kind={`${t('audit.history')}: ${t(`audit.records.${record}`)}`}
      title={name === '' ? t('audit.history') : name}
      lead={t(record === 'lot' ? 'audit.historyLeadLot' : 'audit.historyLead')}
      {...(name === ''
        ? {}
        : {
            actions: (
              <>
                {mayAudit && <DocumentButtons work={document} />}
                {place !== undefined && <LinkButton {...place}>{t(`audit.openRecords.${record}`)}</LinkButton>}
              </>
            ),
          })}
    >
      <Answer asked={asked}>
        {({ rows, total, left, right }) =>
          right === null ? (
            <EmptyState title={t('audit.historyEmpty')}>
              <p>{t('audit.historyEmptyHelp')}</p>
            </EmptyState>
          ) : (
            <div className={styles.history}>
              <Section title={t('audit.versions')}>
                <VersionList
                  rows={rows}
                  record={record}
                  // As it is asked, not as it was answered: the second click may come before the first one's answer.
                  left={search.left === 0 ? (left?.version ?? 0) : search.left}
                  right={search.right === 0 ? right.version : search.right}
                  onPair={(pair) => setSearch(pair)}
                />
                <Pager
                  offset={search.offset}
                  shown={rows.length}
                  total={total}
                  pageSize={pageSize}
                  onOffset={(offset) => setSearch({ offset })}
                />
              </Section>
              <Section title={t('audit.sideBySide')}>
                <SideBySide record={record} left={left} right={right} only={total === 1} />
              </Section>
            </div>
          )
        }
      </Answer>
    </Page>
  );
}
