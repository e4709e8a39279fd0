import { Box, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { MomentText, localTimestamp, Quantity, useLocale } from '#renderer/components/figures.tsx';
import { Columns, Facts, Section } from '#renderer/components/layout.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { type Comparison, type Examined, useComparison } from './backups.hooks.ts';
import { RestoreForm, type RestoreSource } from './RestoreForm.tsx';

/** What a restore of the backup of an entry would undo, in numbers, and the way to do it. */
export function RestorePart({ entry }: { entry: number }): ReactNode {
  const { t } = useTranslation();
  const asked = useComparison(entry);
  return (
    <Section title={t('restoreOf.title', { entry })}>
      <Answer asked={asked}>
        {(comparison) => <Compared key={entry} comparison={comparison} source={{ entry, upload: '' }} />}
      </Answer>
      {/* What cannot be told of a damaged store keeps nobody from restoring it. */}
      {asked.failure !== undefined && asked.failure.code !== 'NOT_FOUND' && <RestoreForm entry={entry} upload="" />}
    </Section>
  );
}

/** The same of a backup that was handed over. */
export function ExaminedPart({ upload, comparison }: Examined): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('restoreOf.fileTitle', { file: comparison.file })}>
      <Compared key={upload} comparison={comparison} source={{ entry: 0, upload }} />
    </Section>
  );
}

function Compared({ comparison, source }: { comparison: Comparison; source: RestoreSource }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { headAt, entries, foreign, people, lots, movements, file, isHere } = comparison;
  const verdict = useRef<HTMLDivElement>(null);
  // The button that asked for it is further down.
  useEffect(() => {
    verdict.current?.focus();
  }, []);
  return (
    <>
      <Panel
        focusable={verdict}
        mb="sm"
        fw={600}
        tone={entries === 0 && foreign === 0 ? 'released' : 'quarantine'}
        icon="warning"
      >
        {foreign > 0
          ? `${t('restoreOf.parted')} ${t('restoreOf.foreign', { count: foreign })} ${t('restoreOf.loses', { count: entries })}`
          : entries === 0
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
        <div>
          {source.upload !== '' || isHere ? (
            <RestoreForm {...source} />
          ) : (
            <p>{isPath(file) ? t('restoreOf.gone', { file }) : t('restoreOf.notHere')}</p>
          )}
          <ByCommand {...comparison} />
        </div>
      </Columns>
    </>
  );
}

/** One that was handed out is known by its name alone. */
const isPath = (file: string): boolean => /[/\\]/.test(file);

/** The way that is there where nobody gets in any more. */
function ByCommand({ file, store }: Comparison): ReactNode {
  const { t } = useTranslation();
  const { data } = useSession();
  const as = data?.authState === 'person' ? ` --user ${data.person.id}` : '';
  return (
    <Box component="details" mt="md">
      <summary>{t('restoreOf.byCommand')}</summary>
      <p className="muted">{t('restoreOf.byCommandHelp')}</p>
      <Text component="code" display="block" ff="monospace" fz={13} style={{ overflowWrap: 'anywhere' }}>
        lotline restore {JSON.stringify(file)} --store {JSON.stringify(store)}
        {as}
      </Text>
    </Box>
  );
}
