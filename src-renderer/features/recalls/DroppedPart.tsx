import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { type Products, productsIn, useUnitColumns } from '#renderer/components/columns.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import { Answer, LastAnswer } from '#renderer/components/states.tsx';
import { TabBar } from '#renderer/components/TabBar.tsx';
import { type RecallReply, unitOfMeasureIn } from './askRecall.ts';
import { CustomerGoods } from './CustomerGoods.tsx';
import { type DroppedLists, type DroppedSearch, pageSize, useDropped } from './recalls.hooks.ts';
import type { Scope } from './scopes.ts';
import { type Opening, useCustomerColumns } from './useCustomerColumns.tsx';

type Props = {
  replies: readonly RecallReply[];
  dropped: DroppedSearch;
  offset: number;
  onDropped: (dropped: DroppedSearch | undefined, offset?: number) => void;
};

/** What one scope has and another has not: its customers, and its lots and serials. */
export function DroppedPart({ replies, dropped, offset, onDropped }: Props): ReactNode {
  const { t } = useTranslation();
  const [fromPlace, toPlace, list] = dropped;
  const [from, to] = [replies[fromPlace], replies[toPlace]];
  const places = replies.map((_reply, place) => ({
    value: String(place),
    label: t('recalls.compare.scope', { number: place + 1 }),
  }));
  const choose = (next: DroppedSearch): void => onDropped(next);
  const actions = (
    <Line>
      <NativeSelect
        size="xs"
        aria-label={t('recalls.dropped.from')}
        data={places}
        value={String(fromPlace)}
        onChange={(event) => choose([Number(event.currentTarget.value), toPlace, list])}
      />
      <span>{t('recalls.dropped.butNot')}</span>
      <NativeSelect
        size="xs"
        aria-label={t('recalls.dropped.to')}
        data={places}
        value={String(toPlace)}
        onChange={(event) => choose([fromPlace, Number(event.currentTarget.value), list])}
      />
      <Button size="compact-sm" variant="subtle" onClick={() => onDropped(undefined)}>
        {t('recalls.dropped.close')}
      </Button>
    </Line>
  );
  if (from?.view === undefined || to?.view === undefined) return null;
  return (
    <Section title={t('recalls.dropped.title', { from: fromPlace + 1, to: toPlace + 1 })} actions={actions}>
      <DroppedTables
        scopes={{ from: from.scope, to: to.scope }}
        products={productsIn(from.view.products)}
        unitOfMeasureOf={unitOfMeasureIn(from.view)}
        {...{ dropped, offset, onDropped }}
      />
    </Section>
  );
}

type TablesProps = Omit<Props, 'replies'> & {
  scopes: { from: Scope; to: Scope };
  products: Products;
  unitOfMeasureOf: (row: { product: string }) => string;
};

function DroppedTables({ scopes, products, unitOfMeasureOf, dropped, offset, onDropped }: TablesProps): ReactNode {
  const { t } = useTranslation();
  const asked = useDropped(scopes, offset);
  const [from, to, list] = dropped;
  const [opened, setOpened] = useState('');
  const opening: Opening = {
    isOpen: (customer) => customer === opened,
    toggle: (customer) => setOpened(customer === opened ? '' : customer),
  };
  const customers = useCustomerColumns(asked.data?.customers.rows ?? [], unitOfMeasureOf, opening);
  const units = useDroppedColumns(asked.data?.units.rows ?? [], products);
  const said = { from: from + 1, to: to + 1 };
  return (
    <Answer asked={asked}>
      {(lists) => (
        <LastAnswer outdated={asked.outdated}>
          <TabBar
            label={t('recalls.dropped.title', said)}
            tabs={(['customers', 'units'] as const).map((value) => ({
              value,
              label: t(`recalls.dropped.${value}.title`),
              count: lists[value].total,
            }))}
            value={list}
            onTab={(next) => onDropped([from, to, next])}
          >
            {list === 'customers' ? (
              <DataTable
                label={t('recalls.dropped.customers.title')}
                rows={lists.customers.rows}
                columns={customers}
                detail={({ customer }) =>
                  customer === opened && <CustomerGoods scope={scopes.from} {...{ customer, unitOfMeasureOf }} />
                }
                empty={<p className="muted">{t('recalls.dropped.customers.none', said)}</p>}
              />
            ) : (
              <DataTable
                label={t('recalls.dropped.units.title')}
                rows={lists.units.rows}
                columns={units}
                empty={<p className="muted">{t('recalls.dropped.units.none', said)}</p>}
              />
            )}
            <Pager
              offset={offset}
              shown={lists[list].rows.length}
              total={lists[list].total}
              pageSize={pageSize}
              onOffset={(next) => onDropped(dropped, next)}
            />
          </TabBar>
        </LastAnswer>
      )}
    </Answer>
  );
}

type Unit = DroppedLists['units']['rows'][number];

function useDroppedColumns(rows: readonly Unit[], products: Products): TableColumn<Unit>[] {
  const { t } = useTranslation();
  const figure = (id: 'shipped' | 'returned' | 'onHand' | 'inProcess', header: string): TableColumn<Unit>[] => {
    // What happened to none of them has no column.
    if (rows.every((row) => row[id] === '0')) return [];
    const cell = (row: Unit): ReactNode =>
      row[id] === '0' ? null : <Quantity value={row[id]} unit={products.get(row.product)?.unitOfMeasure ?? ''} />;
    return [{ id, header, figure: true, cell }];
  };
  return [
    ...useUnitColumns<Unit>(products),
    ...figure('shipped', t('recalls.figures.shipped')),
    ...figure('returned', t('recalls.figures.returned')),
    ...figure('onHand', t('recalls.figures.onHand')),
    ...figure('inProcess', t('recalls.inProcess')),
  ];
}
