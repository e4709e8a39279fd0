import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, StatusBadge } from '#renderer/components/Badge.tsx';
import { followColumn, formatRun, productsIn, useUnitColumns } from '#renderer/components/columns.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { DocumentLink, PartnerLink } from '#renderer/components/links.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import type { Unit } from '#shared/kernel/unit.ts';
import { type Movements, pageSize } from './dossier.hooks.ts';

type Row = Movements['rows'][number];
type Props = {
  /** Says what the table holds; the life line of a unit unless said. */
  label?: string;
  movements: Movements;
  offset: number;
  /** The unit whose life this is; its own name is then left out of the rows, unless they are about parts of it. */
  of?: Unit;
  /** Columns that would say the same in every row of this page. */
  leaveOut?: readonly string[];
  /** Said when there is none. */
  empty?: string;
  onOffset: (offset: number) => void;
};

/** Movements in order, newest first: what moved, from where to where, by whom and on what evidence. */
export function MovementTable({ label, movements, offset, of, leaveOut = [], empty, onOffset }: Props): ReactNode {
  const { t } = useTranslation();
  const named = movements.rows.map(({ product, productName: name, unitOfMeasure }) => ({
    product,
    name,
    unitOfMeasure,
  }));
  const unitColumns = useUnitColumns<Row>(productsIn(named));
  const namesParts =
    of === undefined ||
    movements.rows.some((row) => row.serial !== of.serial || row.sublot !== of.sublot || row.lot !== of.lot);
  const has = (name: (typeof optional)[number]): boolean =>
    movements.rows.some((row) => row[name] !== '' || (name === 'reason' && row.kind === 'adjustment'));
  const columns: TableColumn<Row>[] = [
    { id: 'at', header: t('fields.at'), cell: (row) => <MomentText at={row.at} /> },
    { id: 'kind', header: t('fields.movement'), cell: (row) => <Kind row={row} /> },
    { id: 'document', header: t('fields.document'), cell: (row) => <DocumentLink number={row.document} /> },
    ...(namesParts ? [...unitColumns.filter(({ id }) => of === undefined || id === 'unit'), followColumn(t)] : []),
    {
      id: 'quantity',
      header: t('fields.quantity'),
      figure: true,
      cell: (row) => <Quantity value={signedQuantity(row)} unit={row.unitOfMeasure} />,
    },
    { id: 'from', header: t('fields.from'), cell: (row) => <End place={row.from} status={row.statusFrom} /> },
    { id: 'to', header: t('fields.to'), cell: (row) => <End place={row.to} status={row.status} /> },
    { id: 'partner', header: t('fields.partner'), cell: (row) => <PartnerLink code={row.partner} /> },
    {
      id: 'workOrder',
      header: t('fields.workOrder'),
      cell: (row) => <span className="mono">{formatRun(t, row)}</span>,
    },
    { id: 'reason', header: t('fields.reason'), cell: (row) => <Reason row={row} /> },
    { id: 'evidence', header: t('fields.evidence'), cell: (row) => t(`movements.evidences.${row.evidence}`) },
    { id: 'person', header: t('fields.person'), cell: (row) => row.person },
  ];
  return (
    <>
      <DataTable
        label={label ?? t('dossier.lifeLine')}
        rows={movements.rows}
        columns={columns.filter(({ id }) => !leaveOut.includes(id) && !(isOptional(id) && !has(id)))}
        empty={<p className="muted">{empty ?? t('dossier.noMovements')}</p>}
      />
      <Pager
        offset={offset}
        shown={movements.rows.length}
        total={movements.total}
        pageSize={pageSize}
        onOffset={onOffset}
      />
    </>
  );
}

/** Columns that are left out where no row has anything in them. */
const optional = ['partner', 'workOrder', 'reason', 'from', 'to'] as const;
const isOptional = (id: string): id is (typeof optional)[number] => optional.some((name) => name === id);

/** An adjustment that takes goods away reads as what it is. */
export const signedQuantity = ({ kind, from, quantity }: Row): string =>
  `${kind === 'adjustment' && from !== '' ? '-' : ''}${quantity}`;

/** An adjustment that nobody explained says so, wherever it stands. */
function Reason({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation();
  if (row.reason !== '' || row.kind !== 'adjustment') return row.reason;
  return (
    <Badge tone="quarantine" icon="warning">
      {t('recalls.unexplained')}
    </Badge>
  );
}

function Kind({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {t(`movements.kinds.${row.kind}`)}{' '}
      {row.late && (
        <Badge tone="quarantine" icon="clock">
          {t('movements.late')}
        </Badge>
      )}{' '}
      {row.reverses > 0 && <Badge tone="neutral">{t('movements.reversal', { id: row.reverses })}</Badge>}
      {row.reversedBy > 0 && <Badge tone="neutral">{t('movements.reversed', { id: row.reversedBy })}</Badge>}
    </>
  );
}

const End = ({ place, status }: { place: string; status: string }): ReactNode =>
  place === '' ? null : (
    <>
      <span className="mono">{place}</span> {status !== '' && <StatusBadge status={status} short />}
    </>
  );
