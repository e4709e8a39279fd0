import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import type { EntryDetail } from './audit.hooks.ts';

type Row = EntryDetail['changes'][number]['fields'][number] & { record: string; key: string; version: number };

/** Every field an entry changed, from which value to which. */
export function Changes({ changes, total }: { changes: EntryDetail['changes']; total: number }): ReactNode {
  const { t } = useTranslation();
  const rows: Row[] = changes.flatMap(({ record, key, version, fields }) =>
    fields.map((field) => ({ record, key, version, ...field })),
  );
  const value = (text: string): ReactNode =>
    text === '' ? <span className="muted">{t('audit.blank')}</span> : <span className="mono">{text}</span>;
  const columns: TableColumn<Row>[] = [
    {
      id: 'record',
      header: t('audit.record'),
      cell: (row) => t('audit.versionOf', { record: `${row.record} ${row.key}`, version: row.version }),
    },
    { id: 'field', header: t('audit.field'), cell: (row) => row.field },
    { id: 'before', header: t('audit.before'), cell: (row) => value(row.before) },
    { id: 'after', header: t('audit.after'), wide: true, cell: (row) => <After>{value(row.after)}</After> },
  ];
  return (
    <>
      <DataTable
        label={t('audit.changes')}
        rows={rows}
        columns={columns}
        empty={<p className="muted">{t('audit.noChanges')}</p>}
      />
      {total > changes.length && <p className="muted">{t('dossier.firstOf', { shown: changes.length, total })}</p>}
    </>
  );
}

const After = ({ children }: { children: ReactNode }): ReactNode => (
  <>
    <span aria-hidden="true">→ </span>
    {children}
  </>
);
