import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entryPlace, personPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { EntryMoment } from '#renderer/components/EntryMoment.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { useWord } from '#renderer/components/words.ts';
import type { AuditEntry } from '#shared/audit/contract.ts';
import { type Entries, pageSize } from './audit.hooks.ts';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { useOperationName, useSummary } from './said.tsx';

type Props = { entries: Entries; offset: number; onOffset: (offset: number) => void };

export function EntryTable({ entries, offset, onOffset }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const nameOf = useOperationName();
  const summaryOf = useSummary();
  const columns: TableColumn<AuditEntry>[] = [
    {
      id: 'seq',
      header: t('audit.seq'),
      figure: true,
      cell: (row) => (
        <Link {...entryPlace(row.seq)} className="mono">
          {row.seq}
        </Link>
      ),
    },
    { id: 'at', header: t('fields.at'), cell: (row) => <EntryMoment {...row} /> },
    {
      id: 'person',
      header: t('fields.person'),
      cell: (row) => (
        <Link to="/audit" search={{ person: row.person }}>
          {row.person}
        </Link>
      ),
    },
    {
      id: 'operation',
      header: t('audit.operation'),
      cell: (row) => <span title={row.operation}>{nameOf(row.operation)}</span>,
    },
    { id: 'outcome', header: t('audit.outcome'), cell: (row) => <OutcomeBadge entry={row} /> },
    { id: 'summary', header: t('audit.summary'), wide: true, cell: (row) => summaryOf(row) },
    { id: 'signers', header: t('signing.by'), cell: (row) => <Signers signers={row.signers} /> },
    {
      id: 'host',
      header: t('audit.host'),
      cell: (row) => `${say(`audit.hosts.${row.host}`, row.host)} · ${row.workstation}`,
    },
  ];
  return (
    <>
      <DataTable label={t('audit.title')} rows={entries.rows} columns={columns} empty={null} />
      <Pager
        offset={offset}
        shown={entries.rows.length}
        total={entries.total}
        pageSize={pageSize}
        onOffset={onOffset}
      />
    </>
  );
}

/** Everybody who signed an entry, and as what; nothing where nobody did. */
function Signers({ signers }: Pick<AuditEntry, 'signers'>): ReactNode {
  const { t } = useTranslation();
  return signers.map(({ person, name, meaning }) => (
    <div key={`${person} ${meaning}`}>
      <Link {...personPlace(person)}>{name}</Link> <span className="muted">({t(`signing.meanings.${meaning}`)})</span>
    </div>
  ));
}
