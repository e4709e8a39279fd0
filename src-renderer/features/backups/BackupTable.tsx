import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { entryPlace } from '#renderer/components/address.ts';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, useLocale } from '#renderer/components/figures.tsx';
import { Approval } from './Approval.tsx';
import { type BackupRow, formatSize } from './backups.hooks.ts';

/** Every backup, drill and restore, and whether it held. */
export function BackupTable({ rows }: { rows: readonly BackupRow[] }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const mayBackUp = useMay('backup');
  const isRestored = rows.some(({ kind, ok }) => kind === 'restore' && ok);
  const columns: TableColumn<BackupRow>[] = [
    { id: 'seq', header: t('audit.seq'), figure: true, cell: ({ seq }) => <Link {...entryPlace(seq)}>{seq}</Link> },
    { id: 'at', header: t('fields.at'), cell: ({ at }) => <MomentText at={at} /> },
    { id: 'person', header: t('fields.person'), cell: ({ person }) => person },
    { id: 'kind', header: t('backups.kind'), cell: ({ kind }) => t(`backups.kinds.${kind}`) },
    {
      id: 'outcome',
      header: t('backups.outcome'),
      cell: (row) => (
        <>
          <Held row={row} />
          {mayBackUp && row.kind === 'make' && row.ok && (
            <LinkButton
              size="compact-xs"
              variant="default"
              ml={8}
              aria-label={t('restoreOf.openEntry', { seq: row.seq })}
              to="/setup/backups"
              search={{ restore: row.seq }}
            >
              {t('restoreOf.open')}
            </LinkButton>
          )}
          {row.problem !== '' && <Wide>{row.problem}</Wide>}
        </>
      ),
    },
    ...(isRestored
      ? [{ id: 'approval', header: t('backups.approval'), cell: (row: BackupRow) => <Approval row={row} /> }]
      : []),
    {
      id: 'size',
      header: t('backups.size'),
      figure: true,
      cell: ({ size }) => (size === 0 ? null : formatSize(size, locale)),
    },
    {
      id: 'head',
      header: t('backups.head'),
      figure: true,
      cell: ({ head }) => (head === 0 ? null : head),
    },
    {
      id: 'sha256',
      header: t('backups.sha256'),
      wide: true,
      cell: ({ sha256, path }) => (
        <>
          {path !== '' && <Wide className="muted mono">{path}</Wide>}
          {sha256 !== '' && <Wide className="mono">{sha256}</Wide>}
        </>
      ),
    },
  ];
  return <DataTable label={t('backups.list')} rows={rows} columns={columns} empty={null} />;
}

/** What is too long for a line of the table. */
const Wide = ({ className = '', children }: { className?: string; children: string }): ReactNode => (
  <Box className={className} w="33ch" fz={12} lh="16px" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
    {children}
  </Box>
);

function Held({ row: { ok, outcome } }: { row: BackupRow }): ReactNode {
  const { t } = useTranslation();
  return ok ? (
    <Badge tone="released" icon="tick">
      {t('backups.held')}
    </Badge>
  ) : (
    <Badge tone="rejected" icon="cross">
      {t(outcome === 'refused' ? 'backups.refused' : 'backups.notHeld')}
    </Badge>
  );
}
