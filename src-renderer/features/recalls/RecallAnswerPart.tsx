import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMay } from '#renderer/client/index.ts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { TabBar } from '#renderer/components/TabBar.tsx';
import { LastAnswer } from '#renderer/components/states.tsx';
import { type RecallReply, type RecallView, unitOfMeasureIn } from './askRecall.ts';
import { BalanceBars } from './BalanceBars.tsx';
import { CustomerGoods } from './CustomerGoods.tsx';
import { GapsPart } from './GapsPart.tsx';
import { RecallHoldHere } from './RecallHoldHere.tsx';
import { RecallFigures } from './RecallFigures.tsx';
import { pageSize, type RecallSearch, type RecallTab, recallTabs, useRecallDocument } from './recalls.hooks.ts';
import { UnexplainedLine } from './UnexplainedLine.tsx';
import type { Opening } from './useCustomerColumns.tsx';
import { useRecallColumns } from './useRecallColumns.tsx';

type Props = ScreenProps<RecallSearch> & { reply: RecallReply; view: RecallView; outdated: boolean };

/** The answer: what cannot be followed and what nobody can explain, the figures, then the list under each. */
export function RecallAnswerPart({ reply, view, outdated, search, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  const { tab, sort, customer: opened } = search;
  const opening: Opening = {
    isOpen: (customer) => customer === opened,
    toggle: (customer) => setSearch({ customer: customer === opened ? '' : customer }),
  };
  const columns = useRecallColumns(view, opening);
  const report = useRecallDocument(reply.scope);
  const mayHold = useMay('hold');
  const [isHolding, setHolding] = useState(false);
  const total = countOf(view, tab);
  const shown = tab === 'products' ? total : view[tab].length;
  const props = {
    label: t(`recalls.tabs.${tab}`),
    // Rows that are not here cannot be sorted in.
    sort: shown === total ? { by: sort, onSort: (by: string) => setSearch({ sort: by }) } : undefined,
    empty: <p className="muted">{t(`recalls.empty.${tab}`)}</p>,
  };
  return (
    <LastAnswer outdated={outdated}>
      <GapsPart view={view} search={search} setSearch={setSearch} />
      <UnexplainedLine view={view} search={search} />
      <RecallFigures
        view={view}
        actions={
          <>
            <DocumentButtons work={report} />
            {mayHold && (
              <Button variant="default" aria-expanded={isHolding} onClick={() => setHolding(!isHolding)}>
                {t('holds.here')}
              </Button>
            )}
          </>
        }
      />
      {isHolding && <RecallHoldHere scope={reply.scope} />}
      <BalanceBars view={view} />
      <TabBar
        label={t('recalls.title')}
        tabs={recallTabs.map((value) => ({ value, label: t(`recalls.tabs.${value}`), count: countOf(view, value) }))}
        value={tab}
        onTab={(next) => setSearch({ tab: next, offset: 0, sort: '' })}
      >
        {tab === 'products' && <DataTable {...props} rows={view.balances} columns={columns.products} />}
        {tab === 'affected' && <DataTable {...props} rows={view.affected} columns={columns.affected} />}
        {tab === 'onHand' && <DataTable {...props} rows={view.onHand} columns={columns.onHand} />}
        {tab === 'inProcess' && <DataTable {...props} rows={view.inProcess} columns={columns.inProcess} />}
        {tab === 'adjustments' && <DataTable {...props} rows={view.adjustments} columns={columns.adjustments} />}
        {tab === 'customers' && (
          <DataTable
            {...props}
            rows={view.customers}
            columns={columns.customers}
            choice={{
              isChosen: ({ customer }) => customer === opened,
              choose: ({ customer }) => opening.toggle(customer),
            }}
            detail={({ customer }) =>
              customer === opened && (
                <CustomerGoods scope={reply.scope} customer={customer} unitOfMeasureOf={unitOfMeasureIn(view)} />
              )
            }
          />
        )}
        {tab === 'breaks' && <DataTable {...props} rows={view.breaks} columns={columns.breaks} />}
        {tab !== 'products' && (
          <Pager
            offset={search.offset}
            shown={shown}
            total={total}
            pageSize={pageSize}
            onOffset={(offset) => setSearch({ offset })}
          />
        )}
      </TabBar>
    </LastAnswer>
  );
}

/** Balances are never cut to a page. */
const countOf = (view: RecallView, tab: RecallTab): number =>
  tab === 'products' ? view.balances.length : view.counts[tab];
