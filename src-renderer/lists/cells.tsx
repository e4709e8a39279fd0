import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, StatusBadge } from '#renderer/components/Badge.tsx';
import { Expiry } from '#renderer/components/Expiry.tsx';
import { MomentText, PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import type { TextKey } from '#renderer/components/form/field.ts';
import {
  DocumentLink,
  InspectionLink,
  LocationLink,
  PartnerLink,
  PlanLink,
  ProductLink,
  UnitLink,
} from '#renderer/components/links.tsx';
import type { TableColumn } from '#renderer/components/tableColumn.ts';
import {
  type CellKind,
  cellOf,
  type Cells,
  type List,
  type ListColumn,
  type PageKind,
} from '#shared/kernel/defineList.ts';

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
        // Rows are what the list is declared with.
        cell: (row) => drawCell(t, column, cellOf(list, row as Readonly<Record<string, unknown>>, id)),
      })),
    [list, t],
  );
}

/** How a value of a choice is said. */
export function choiceSaid(t: TFunction, { kind, said }: ListColumn, value: string): string {
  if (kind === 'statuses' || kind === 'status') return `${value} ${t(textKey(`statuses.${value}`))}`;
  return said === undefined || value === '' ? value : t(textKey(`${said}.${value}`), { defaultValue: value });
}

type Draw = { [Kind in CellKind]: (value: Cells[Kind], column: ListColumn, t: TFunction) => ReactNode };

const drawn: Draw = {
  code: (code, { page }) => (page === undefined ? <span className="mono">{code}</span> : pages[page](code)),
  text: (text) => <span title={text}>{text}</span>,
  date: (date) => <PlainDateText date={date} />,
  moment: (at) => <MomentText at={at} />,
  choice: (value, column, t) => choiceSaid(t, column, value),
  choices: (values, column, t) => values.map((value) => choiceSaid(t, column, value)).join(', '),
  hold: (value, column, t) =>
    value !== '' && (
      <Badge tone="hold" icon="lock">
        {choiceSaid(t, column, value)}
      </Badge>
    ),
  integer: (value) => value !== null && <Quantity value={String(value)} />,
  quantity: (value) =>
    value === null || value.amount === '0' ? (
      <span className="muted">–</span>
    ) : (
      <Quantity value={value.amount} unit={value.unit} />
    ),
  expiry: (value, { said }, t) => <Expiry {...value} past={said === undefined ? '' : t(textKey(said))} />,
  status: (status) => status !== '' && <StatusBadge status={status} />,
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
  whereabouts({ location, parent, customer }, _column, t) {
    if (location !== '') return <span className="mono">{location}</span>;
    if (parent === null && customer === '') return null;
    return (
      <>
        <span className="muted">{t(parent === null ? 'serials.atCustomer' : 'serials.builtInto')}</span>{' '}
        {parent === null ? <PartnerLink code={customer} /> : <UnitLink unit={parent} withProduct />}
      </>
    );
  },
};

const pages: Record<PageKind, (code: string) => ReactNode> = {
  product: (code) => <ProductLink code={code} />,
  partner: (code) => <PartnerLink code={code} />,
  document: (code) => <DocumentLink number={code} />,
  location: (code) => <LocationLink code={code} />,
  plan: (code) => <PlanLink code={code} />,
  inspection: (code) => <InspectionLink code={code} />,
};

/** What is in a column is of its kind. */
const drawCell = (t: TFunction, column: ListColumn, value: unknown): ReactNode =>
  drawn[column.kind](value as never, column, t);
