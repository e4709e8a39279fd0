import { List, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { MomentText, localTimestamp, Quantity, useLocale } from '#renderer/components/figures.tsx';
import { Columns, Facts, Section } from '#renderer/components/layout.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { type Comparison, useComparison } from './backups.hooks.ts';

/** What a restore of a backup would undo, in numbers, and how it is done. */
export function RestorePart({ entry }: { entry: number }): ReactNode {
  const { t } = useTranslation();
  const asked = useComparison(entry);
  return (
    <Section title={t('restoreOf.title', { entry })}>
      <Answer asked={asked}>{(comparison) => <Compared key={entry} {...comparison} />}</Answer>
    </Section>
  );
}

function Compared(comparison: Comparison): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { headAt, entries, people, lots, movements } = comparison;
  const verdict = useRef<HTMLDivElement>(null);
  // The button that asked for it is further down.
  useEffect(() => {
    verdict.current?.focus();
  }, []);
  return (
    <>
      <Panel focusable={verdict} mb="sm" fw={600} tone={entries === 0 ? 'released' : 'quarantine'} icon="warning">
        {entries === 0
          ? t('restoreOf.undoesNothing')
          : t('restoreOf.undoes', { count: entries, at: localTimestamp(headAt, locale, 'minute') })}
      </Panel>
      <Columns min={360}>
        <div>
          <Facts
            facts={[
              [t('restoreOf.lots'), t('restoreOf.thenAndNow', lots)],
              [t('restoreOf.movements'), t('restoreOf.thenAndNow', movements)],
            ]}
          />
          {people.length > 0 && (
            <DataTable
              label={t('restoreOf.people')}
              rows={people}
              empty={null}
              columns={[
                { id: 'name', header: t('fields.person'), cell: ({ name }) => name },
                {
                  id: 'entries',
                  header: t('restoreOf.entries'),
                  figure: true,
                  cell: (row) => <Quantity value={String(row.entries)} />,
                },
                { id: 'last', header: t('restoreOf.last'), cell: ({ lastAt }) => <MomentText at={lastAt} /> },
              ]}
            />
          )}
        </div>
        <Steps {...comparison} />
      </Columns>
    </>
  );
}

function Steps({ file, store }: Comparison): ReactNode {
  const { t } = useTranslation();
  const { data } = useSession();
  const as = data?.authState === 'person' ? ` --user ${data.person.id}` : '';
  return (
    <section aria-label={t('restoreOf.steps')}>
      <h3>{t('restoreOf.steps')}</h3>
      <List type="ordered">
        <List.Item>{t('restoreOf.close')}</List.Item>
        <List.Item>
          {t('restoreOf.run')}
          <Text component="code" display="block" ff="monospace" fz={13} style={{ overflowWrap: 'anywhere' }}>
            lotline restore {JSON.stringify(file)} --store {JSON.stringify(store)}
            {as}
          </Text>
        </List.Item>
        <List.Item>{t('restoreOf.verified')}</List.Item>
        <List.Item>{t('restoreOf.approve')}</List.Item>
      </List>
      <p className="muted">{t('restoreOf.kept')}</p>
    </section>
  );
}
