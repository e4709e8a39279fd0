import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { traceAddress } from '#renderer/components/address.ts';
import { useUnitColumns } from '#renderer/components/columns.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Unit } from '#shared/kernel/unit.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { neighboursShown, type TraceView, useNeighbours } from './dossier.hooks.ts';

type Row = TraceView['units'][number];

/** The nearest lots and serials on one side of a unit, and the way to all of them. */
export function Neighbours({ unit, direction }: { unit: Unit; direction: Direction }): ReactNode {
  const { t } = useTranslation();
  const asked = useNeighbours(unit, direction);
  return (
    <Section
      title={t(`trace.${direction}`)}
      actions={<a href={traceAddress(unit, direction)}>{t('dossier.openTrace')}</a>}
    >
      <Answer asked={asked}>{(view) => <NeighbourTable view={view} direction={direction} />}</Answer>
    </Section>
  );
}

function NeighbourTable({ view, direction }: { view: TraceView; direction: Direction }): ReactNode {
  const { t } = useTranslation();
  const unitColumns = useUnitColumns<Row>();
  const rows = view.units.filter((row) => row.depth > 0).slice(0, neighboursShown);
  const roots = view.units.filter((row) => row.depth === 0).length;
  const total = view.counts.units - roots;
  const columns: TableColumn<Row>[] = [
    ...unitColumns,
    { id: 'depth', header: t('fields.depth'), figure: true, cell: (row) => row.depth },
  ];
  const upstream = direction === 'upstream';
  const ends = upstream
    ? t('dossier.receipts', { count: view.counts.receipts })
    : t('dossier.customers', { count: view.counts.shipments });
  return (
    <>
      <DataTable
        label={t(`trace.${direction}`)}
        rows={rows}
        columns={columns}
        empty={<p className="muted">{t(upstream ? 'dossier.noUpstream' : 'dossier.noDownstream')}</p>}
      />
      <p className="muted">
        {total > rows.length && `${t('dossier.firstOf', { shown: rows.length, total })} · `}
        {ends}
        {view.counts.breaks > 0 && ` · ${t('trace.breaks', { count: view.counts.breaks })}`}
      </p>
    </>
  );
}
