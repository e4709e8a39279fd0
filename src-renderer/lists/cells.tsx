import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { MomentText, PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import type { TextKey } from '#renderer/components/form/field.ts';
import { DocumentLink, LocationLink, PartnerLink, ProductLink, UnitLink } from '#renderer/components/links.tsx';
import type { TableColumn } from '#renderer/components/tableColumn.ts';
import type { CellKind, Cells, List, ListColumn, PageKind } from '#shared/kernel/defineList.ts';

/** The words at a path that a list is declared with; a test holds that each list's are there. */
export const textKey = (path: string): TextKey => path as TextKey;

/** Columns as tables draw them: what a list says of each is enough. The same ones while the language is. */
export function useListColumns<Row extends object>(list: List): TableColumn<Row>[] {
  const { t } = useTranslation();
  return useMemo(
    () =>
      Object.entries<ListColumn>(list.cells).map(([id, column]) => ({
        id,
        header: t(textKey(column.header)),
        figure: column.kind === 'integer' || column.kind === 'quantity',
        width: column.width ?? 150,
        // A row has a cell of each column's kind.
        cell: (row) => drawCell(t, column, (row as Readonly<Record<string, unknown>>)[id]),
      })),
    [list, t],
  );
}

/** How a value of a choice is said. */
export function choiceSaid(t: TFunction, { kind, said }: ListColumn, value: string): string {
  if (kind === 'statuses') return `${value} ${t(textKey(`statuses.${value}`))}`;
  return said === undefined || value === '' ? value : t(textKey(`${said}.${value}`), { defaultValue: value });
}

type Draw = { [Kind in CellKind]: (value: Cells[Kind], column: ListColumn, t: TFunction) => ReactNode };

const drawn: Draw = {
  code: (code, { page }) => (page === undefined ? <span className="mono">{code}</span> : pages[page](code)),
  text: (text) => <span title={text}>{text}</span>,
  date: (date) => <PlainDateText date={date} />,
  moment: (at) => <MomentText at={at} />,
  choice: (value, column, t) => choiceSaid(t, column, value),
  integer: (value) => value !== null && <Quantity value={String(value)} />,
  quantity: (value) =>
    value === null ? <span className="muted">–</span> : <Quantity value={value.amount} unit={value.unit} />,
  statuses: (letters) =>
    letters.map((letter) => <StatusBadge key={letter} status={letter} short={letters.length > 1} />),
  unit: (unit) => unit !== null && <UnitLink unit={unit} />,
  units: ({ first, more }, _column, t) => (
    <>
      {first.map((unit, at) => (
        <span key={Object.values(unit).join(' ')}>
          {at > 0 && ', '}
          <UnitLink unit={unit} />
        </span>
      ))}
      {more > 0 && <span className="muted"> {t('common.more', { count: more })}</span>}
    </>
  ),
};

const pages: Record<PageKind, (code: string) => ReactNode> = {
  product: (code) => <ProductLink code={code} />,
  partner: (code) => <PartnerLink code={code} />,
  document: (code) => <DocumentLink number={code} />,
  location: (code) => <LocationLink code={code} />,
};

/** What is in a column is of its kind. */
const drawCell = (t: TFunction, column: ListColumn, value: unknown): ReactNode =>
  drawn[column.kind](value as never, column, t);
