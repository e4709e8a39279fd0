import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { historyPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { useWord } from '#renderer/components/words.ts';
import { isHistoried } from '#shared/audit/vocabulary.ts';
import { type EntryDetail, pageSize } from './audit.hooks.ts';
import { FieldValue, RecordName } from './said.tsx';

type Change = EntryDetail['changes'][number];
type Row = Change['fields'][number] & { change: Change; isFirst: boolean };
type Props = { changes: readonly Change[]; total: number; offset: number; onOffset: (offset: number) => void };

/**
 * What an entry changed, record by record; so many records at a time. Signatures are records as well: they stand above
 * as people read them, and here folded.
 */
export function Changes({ changes, total, offset, onOffset }: Props): ReactNode {
  const { t } = useTranslation();
  const signatures = changes.filter(({ record }) => record === 'signature');
  return (
    <>
      <ChangeTable label={t('audit.changes')} changes={changes.filter(({ record }) => record !== 'signature')} />
      {signatures.length > 0 && (
        <details>
          <summary>{t('audit.signatureRecords', { count: signatures.length })}</summary>
          <ChangeTable label={t('audit.signatureRecords', { count: signatures.length })} changes={signatures} />
        </details>
      )}
      {total > 0 && <p className="muted">{t('audit.recordsChanged', { count: total })}</p>}
      {total > changes.length && (
        <Pager offset={offset} shown={changes.length} total={total} pageSize={pageSize} onOffset={onOffset} />
      )}
    </>
  );
}

/** Every field of these records, from which value to which; a record is named once, at its first field. */
function ChangeTable({ label, changes }: { label: string; changes: readonly Change[] }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const rows: Row[] = changes.flatMap((change) =>
    change.fields.map((field, index) => ({ change, ...field, isFirst: index === 0 })),
  );
  const columns: TableColumn<Row>[] = [
    {
      id: 'record',
      header: t('audit.record'),
      cell: ({ change, isFirst }) =>
        isFirst && (
          <>
            <RecordName change={change} /> <VersionLink change={change} />
          </>
        ),
    },
    { id: 'field', header: t('audit.field'), cell: (row) => say(`audit.fields.${row.field}`, row.field) },
    {
      id: 'before',
      header: t('audit.before'),
      cell: (row) => <FieldValue {...row.change} field={row.field} value={row.before} />,
    },
    {
      id: 'after',
      header: t('audit.after'),
      wide: true,
      cell: (row) => (
        <>
          <span aria-hidden="true">→ </span>
          <FieldValue {...row.change} field={row.field} value={row.after} />
        </>
      ),
    },
  ];
  return (
    <DataTable label={label} rows={rows} columns={columns} empty={<p className="muted">{t('audit.noChanges')}</p>} />
  );
}

/** Which version of the record it is, as a link to it beside the one before. */
function VersionLink({ change: { record, parts, version } }: { change: Change }): ReactNode {
  const { t } = useTranslation();
  const text = version === 1 ? t('audit.newRecord') : t('audit.version', { version });
  if (!isHistoried(record)) return <span className="muted">{text}</span>;
  return <Link {...historyPlace(record, parts, { left: version - 1, right: version })}>{text}</Link>;
}
