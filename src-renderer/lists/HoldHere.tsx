import { Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';
import { Badge, StatusBadge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { mostHolds, targetOf } from '#shared/holds/vocabulary.ts';
import { formatUnit, type Unit } from '#shared/kernel/unit.ts';
import { HoldButton } from './HoldActs.tsx';

type Previewed = Outputs['holds']['preview']['targets'][number];
type Row = Previewed & { unit: Unit; key: string; isLeaving: boolean };

/**
 * What of the goods an answer is about still lies here, each to be ticked, and one act that holds what is ticked. What is
 * about to leave comes first.
 */
export function HoldHere({ units }: { units: readonly Unit[] }): ReactNode {
  const { t } = useTranslation();
  // Goods without a lot or serial have no name to be held by.
  const named = units.filter(({ lot, serial }) => lot !== '' || serial !== '');
  const asked = named.slice(0, mostHolds);
  const preview = useAsk({
    ...ask.holds.preview.queryOptions({ input: { targets: asked.map(targetOf) } }),
    enabled: asked.length > 0,
  });
  return (
    <Panel label={t('holds.here')} tone="accent" my="md">
      <h3>{t('holds.here')}</h3>
      {asked.length === 0 ? (
        <p>{t('holds.hereNothing')}</p>
      ) : (
        <Answer asked={preview}>{({ targets }) => <Here rows={rowsOf(asked, targets)} />}</Answer>
      )}
      {named.length > asked.length && <p>{t('holds.most', { most: mostHolds })}</p>}
    </Panel>
  );
}

/** Those of which anything lies here; what is about to leave first, and what is held already last. */
const rowsOf = (units: readonly Unit[], targets: readonly Previewed[]): Row[] =>
  targets
    .flatMap((target, index): Row[] => {
      const unit = units[index];
      if (unit === undefined || target.lines.length === 0) return [];
      const isLeaving = target.lines.some((line) => line.isLeaving);
      return [{ ...target, unit, key: formatUnit(unit), isLeaving }];
    })
    .toSorted((a, b) => Number(b.isLeaving) - Number(a.isLeaving) || Number(a.held !== '') - Number(b.held !== ''));

function Here({ rows }: { rows: readonly Row[] }): ReactNode {
  const { t } = useTranslation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const columns = useHereColumns();
  const ticked = rows.filter(({ held, key }) => held === '' && !left.has(key));
  const held = rows.filter((row) => row.held !== '');
  if (rows.length === 0) return <p>{t('holds.hereNothing')}</p>;
  return (
    <>
      <p>{t('holds.hereLead')}</p>
      <Group my="xs" gap="md">
        {ticked.length > 0 && (
          <HoldButton
            text={t('holds.holdTicked', { count: ticked.length })}
            targets={ticked.map(({ unit }) => targetOf(unit))}
          />
        )}
        <span role="status">{t('holds.held', { held: held.length, of: rows.length })}</span>
      </Group>
      <DataTable
        label={t('holds.here')}
        rows={rows}
        columns={columns}
        empty={null}
        choice={{
          isChosen: (row) => ticked.includes(row),
          choose({ key }) {
            const next = new Set(left);
            if (!next.delete(key)) next.add(key);
            setLeft(next);
          },
          many: { name: ({ key }) => t('holds.tick', { row: key }) },
        }}
      />
    </>
  );
}

function useHereColumns(): TableColumn<Row>[] {
  const { t } = useTranslation();
  return [
    { id: 'goods', header: t('holds.goods'), cell: ({ unit }) => <UnitLink unit={unit} withProduct /> },
    {
      id: 'quantity',
      header: t('fields.quantity'),
      figure: true,
      cell: ({ quantity, unitOfMeasure }) => <Quantity value={quantity} unit={unitOfMeasure} />,
    },
    {
      id: 'where',
      header: t('holds.where'),
      wide: true,
      cell: ({ lines, isLeaving }) => (
        <>
          {isLeaving && (
            <Badge tone="rejected" icon="warning">
              {t('holds.leaving')}
            </Badge>
          )}{' '}
          {lines.slice(0, mostPlaces).map(({ location, status }, at) => (
            <span key={`${location} ${status}`}>
              {at > 0 && ' · '}
              <span className="mono">{location}</span> <StatusBadge status={status} short />
            </span>
          ))}
          {lines.length > mostPlaces && ` ${t('common.more', { count: lines.length - mostPlaces })}`}
        </>
      ),
    },
    {
      id: 'held',
      header: t('holds.number'),
      cell: ({ held }) =>
        held !== '' && (
          <Badge tone="hold" icon="lock">
            {t('holds.on')} {held}
          </Badge>
        ),
    },
  ];
}

/** So many locations of one lot are named. */
const mostPlaces = 4;
