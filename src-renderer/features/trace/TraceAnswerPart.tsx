import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { TabBar } from '#renderer/components/TabBar.tsx';
import type { Unit } from '#shared/kernel/unit.ts';
import styles from './trace.module.css';
import { pageSize, type TraceSearch, type TraceView, traceTabs } from './trace.hooks.ts';
import { useTraceColumns } from './useTraceColumns.tsx';

type Props = ScreenProps<TraceSearch> & { view: TraceView; outdated: boolean; unit: Unit };

/** The answer: how complete it is, then its lists, one at a time. */
export function TraceAnswerPart({ view, outdated, unit, search, ask }: Props): ReactNode {
  const { t } = useTranslation();
  const columns = useTraceColumns();
  const { tab, sort } = search;
  const total = view.counts[tab];
  const shown = view[tab].length;
  const props = {
    label: t(`trace.tabs.${tab}`),
    // Rows that are not here cannot be sorted in.
    sort: shown === total ? { by: sort, onSort: (by: string) => ask({ sort: by }) } : undefined,
    empty: <p className="muted">{t(`trace.empty.${tab}`)}</p>,
  };
  return (
    <div className={styles.answer} data-outdated={outdated}>
      <div className={styles.head}>
        <h2>
          {t(`trace.${view.direction}`)}: <UnitLink unit={unit} withProduct />
        </h2>
        <Completeness breaks={view.counts.breaks} />
      </div>
      <TabBar
        label={t('trace.title')}
        tabs={traceTabs.map((value) => ({ value, label: t(`trace.tabs.${value}`), count: view.counts[value] }))}
        value={tab}
        onTab={(next) => ask({ tab: next, offset: 0, sort: '' })}
      >
        {tab === 'units' && <DataTable {...props} rows={view.units} columns={columns.units} />}
        {tab === 'runs' && <DataTable {...props} rows={view.runs} columns={columns.runs} />}
        {tab === 'serialLinks' && <DataTable {...props} rows={view.serialLinks} columns={columns.serialLinks} />}
        {tab === 'receipts' && <DataTable {...props} rows={view.receipts} columns={columns.receipts} />}
        {tab === 'shipments' && <DataTable {...props} rows={view.shipments} columns={columns.shipments} />}
        {tab === 'breaks' && <DataTable {...props} rows={view.breaks} columns={columns.breaks} />}
        <Pager
          offset={search.offset}
          shown={shown}
          total={total}
          pageSize={pageSize}
          onOffset={(offset) => ask({ offset })}
        />
      </TabBar>
    </div>
  );
}

function Completeness({ breaks }: { breaks: number }): ReactNode {
  const { t } = useTranslation();
  if (breaks === 0) {
    return (
      <Badge tone="released" icon="tick">
        {t('trace.complete')}
      </Badge>
    );
  }
  return (
    <Badge tone="quarantine" icon="warning">
      {t('trace.breaks', { count: breaks })}
    </Badge>
  );
}
