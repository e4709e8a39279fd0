import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SetUpPage } from '#renderer/components/SetUpPage.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { BackupTable } from './BackupTable.tsx';
import { pageSize, useBackups, useExamine } from './backups.hooks.ts';
import { FilePart } from './FilePart.tsx';
import { ExaminedPart, RestorePart } from './RestorePart.tsx';
import { DrillPart, MakePart } from './WorkParts.tsx';

/** Backups of the store: made and tried here, and every one there was. */
export function BackupsScreen({
  search: { offset, restore },
  setSearch,
}: ScreenProps<{ offset: number; restore: number }>): ReactNode {
  const { t } = useTranslation();
  const mayBackUp = useMay('backup');
  const asked = useBackups(offset);
  const { reply } = useExamine();
  return (
    <SetUpPage at="/setup/backups" lead={t('backups.lead')}>
      {mayBackUp && (
        <>
          <MakePart />
          <DrillPart />
          <FilePart
            text={t('restoreOf.choose')}
            help={t('restoreOf.chooseHelp')}
            onFile={() => setSearch({ restore: 0 })}
          />
        </>
      )}
      {mayBackUp && restore > 0 ? <RestorePart entry={restore} /> : reply !== undefined && <ExaminedPart {...reply} />}
      <Section title={t('backups.list')}>
        <Answer asked={asked}>
          {({ rows, total }) => (
            <>
              {total === 0 ? (
                <EmptyState title={t('backups.empty')}>
                  <p>{t('backups.emptyHelp')}</p>
                </EmptyState>
              ) : (
                <BackupTable rows={rows} />
              )}
              <Pager
                offset={offset}
                shown={rows.length}
                total={total}
                pageSize={pageSize}
                onOffset={(next) => setSearch({ offset: next })}
              />
            </>
          )}
        </Answer>
      </Section>
    </SetUpPage>
  );
}
