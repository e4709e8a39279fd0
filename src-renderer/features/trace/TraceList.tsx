import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { runNodeId, unitNodeId } from '#shared/trace/picture.ts';
import { type AnswerProps, pageSize, type TraceListName } from './trace.hooks.ts';
import { useTraceColumns } from './useTraceColumns.tsx';

/** One list of a trace. Its rows stand for nodes of the picture where they can. */
export function TraceList({ list, view, search, setSearch }: AnswerProps & { list: TraceListName }): ReactNode {
  const { t } = useTranslation();
  const columns = useTraceColumns(view);
  const { sort, selected } = search;
  const total = view.counts[list];
  const shown = view[list].length;
  const props = {
    label: t(`trace.tabs.${list}`),
    // Rows that are not here cannot be sorted in.
    sort: shown === total ? { by: sort, onSort: (by: string) => setSearch({ sort: by }) } : undefined,
    empty: <p className="muted">{t(`trace.empty.${list}`)}</p>,
  };
  const choice = <Row,>(idOf: (row: Row) => string) => ({
    isChosen: (row: Row) => idOf(row) === selected,
    choose: (row: Row) => setSearch({ selected: idOf(row) }),
  });
  const units = choice(unitNodeId);
  const runs = choice(({ workOrder, run }: { workOrder: string; run: string }) => runNodeId(workOrder, run));
  return (
    <>
      {list === 'units' && <DataTable {...props} rows={view.units} columns={columns.units} choice={units} />}
      {list === 'runs' && <DataTable {...props} rows={view.runs} columns={columns.runs} choice={runs} />}
      {list === 'serialLinks' && <DataTable {...props} rows={view.serialLinks} columns={columns.serialLinks} />}
      {list === 'receipts' && <DataTable {...props} rows={view.receipts} columns={columns.receipts} choice={units} />}
      {list === 'shipments' && (
        <DataTable {...props} rows={view.shipments} columns={columns.shipments} choice={units} />
      )}
      {list === 'breaks' && <DataTable {...props} rows={view.breaks} columns={columns.breaks} choice={units} />}
      <Pager
        offset={search.offset}
        shown={shown}
        total={total}
        pageSize={pageSize}
        onOffset={(offset) => setSearch({ offset })}
      />
    </>
  );
}
