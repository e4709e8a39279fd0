import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tracePlace } from '#renderer/components/address.ts';
import { productsIn, useUnitColumns } from '#renderer/components/columns.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Link, PartnerLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { compareCodes } from '#shared/kernel/natural.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { unitNodeId } from '#shared/trace/picture.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { neighboursShown, type TraceView, useNeighbours } from './dossier.hooks.ts';

type Row = TraceView['units'][number];

/** The nearest lots and serials on one side of a unit, who stands at the end of it, and the way to all of them. */
export function Neighbours({ unit, direction }: { unit: Unit; direction: Direction }): ReactNode {
  const { t } = useTranslation();
  const asked = useNeighbours(unit, direction);
  return (
    <Section
      title={t(`trace.beneath.${direction}`)}
      actions={<Link {...tracePlace(unit, direction)}>{t('dossier.openTrace')}</Link>}
    >
      <Answer asked={asked}>{(view) => <NeighbourTable view={view} unit={unit} direction={direction} />}</Answer>
    </Section>
  );
}

/** Whether a row is the unit that the page is of: all of a lot, where that says no sublot and no serial. */
const isOf = (unit: Unit, row: Row): boolean =>
  row.product === unit.product &&
  (['lot', 'sublot', 'serial'] as const).every((part) => unit[part] === '' || unit[part] === row[part]);

const isNamed = ({ lot, serial }: Row): boolean => lot !== '' || serial !== '';

type TableProps = { view: TraceView; unit: Unit; direction: Direction };

function NeighbourTable({ view, unit, direction }: TableProps): ReactNode {
  const { t } = useTranslation();
  const products = productsIn(view.products);
  const unitColumns = useUnitColumns<Row>(products);
  // What was split off, merged or named later stands at no production step from it, and is another all the same.
  const others = view.units.filter((row) => row.depth > 0 || (isNamed(row) && !isOf(unit, row)));
  const rows = others.slice(0, neighboursShown);
  const total = view.counts.units - (view.units.length - others.length);
  const upstream = direction === 'upstream';
  const moved = movedOf(view, upstream);
  const supplierLots = new Map(view.receipts.map((row) => [unitNodeId(row), row.supplierLot]));
  const columns: TableColumn<Row>[] = [
    ...unitColumns,
    {
      id: 'quantity',
      header: t(upstream ? 'dossier.used' : 'dossier.made'),
      figure: true,
      cell: (row) => {
        const quantity = moved.get(unitNodeId(row));
        return (
          quantity !== undefined && (
            <Quantity value={formatQuantity(quantity)} unit={products.get(row.product)?.unitOfMeasure ?? ''} />
          )
        );
      },
    },
    ...(rows.some((row) => (supplierLots.get(unitNodeId(row)) ?? '') !== '')
      ? [
          {
            id: 'supplierLot',
            header: t('fields.supplierLot'),
            cell: (row: Row) => <span className="mono">{supplierLots.get(unitNodeId(row))}</span>,
          },
        ]
      : []),
    { id: 'depth', header: t('fields.depth'), figure: true, cell: (row) => row.depth },
  ];
  return (
    <>
      <DataTable
        label={t(`trace.beneath.${direction}`)}
        rows={rows}
        columns={columns}
        empty={<p className="muted">{t(upstream ? 'dossier.noUpstream' : 'dossier.noDownstream')}</p>}
      />
      {(total > rows.length || view.counts.breaks > 0) && (
        <p className="muted">
          {total > rows.length && t('dossier.firstOf', { shown: rows.length, total })}
          {total > rows.length && view.counts.breaks > 0 && ' · '}
          {view.counts.breaks > 0 && (
            <Link to="/trace" search={{ ...unit, direction, tab: 'breaks' }}>
              {t('trace.breaks', { count: view.counts.breaks })}
            </Link>
          )}
        </p>
      )}
      <Ends
        title={
          upstream
            ? t('dossier.receipts', { count: view.counts.receipts })
            : t('dossier.customers', { count: view.counts.shipments })
        }
        partners={(upstream
          ? view.receipts.map(({ supplier }) => supplier)
          : view.shipments.map(({ customer }) => customer)
        ).filter((code) => code !== '')}
        whole={view.receipts.length === view.counts.receipts && view.shipments.length === view.counts.shipments}
      />
    </>
  );
}

/**
 * How much of each lot or serial went into the runs of a trace, or came out of them, by its id. Serials built into
 * others have no run. Nothing where not every run is here: a part of a sum is no sum.
 */
function movedOf({ runs, serialLinks, counts }: TraceView, upstream: boolean): ReadonlyMap<string, bigint> {
  const moved = new Map<string, bigint>();
  if (runs.length < counts.runs || serialLinks.length < counts.serialLinks) return moved;
  for (const run of runs)
    for (const row of upstream ? run.inputs : run.outputs)
      moved.set(unitNodeId(row), (moved.get(unitNodeId(row)) ?? 0n) + (parseQuantity(row.quantity) ?? 0n));
  const inRuns = new Set(moved.keys());
  for (const { parent, component, quantity } of serialLinks) {
    const id = unitNodeId(upstream ? component : parent);
    const amount = upstream ? (parseQuantity(quantity) ?? 0n) : wholePiece;
    if (!inRuns.has(id)) moved.set(id, upstream ? (moved.get(id) ?? 0n) + amount : amount);
  }
  return moved;
}

/** A serial is one piece, however much was built into it. */
const wholePiece = parseQuantity('1') ?? 0n;

type EndsProps = {
  title: string;
  /** Whom each receipt or shipment was from or to. */
  partners: readonly string[];
  /** Whether these are all. */
  whole: boolean;
};

/** The suppliers or customers at the end of a trace, each once, with how many receipts or shipments. */
function Ends({ title, partners, whole }: EndsProps): ReactNode {
  const codes = [...new Set(partners)].sort(compareCodes);
  return (
    <Group component="ul" gap="4px 12px" mt={8} aria-label={title}>
      <li className="muted">{title}</li>
      {codes.map((code) => (
        <li key={code}>
          <PartnerLink code={code} />{' '}
          <span className="muted">×{partners.filter((other) => other === code).length}</span>
        </li>
      ))}
      {!whole && <li>…</li>}
    </Group>
  );
}
