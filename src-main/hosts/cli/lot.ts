import type { Outputs } from '#shared/contract.ts';
import type { UnitPage } from '#shared/dossier/contract.ts';
import { formatUnit, type Unit } from '#shared/kernel/unit.ts';
import { readAsOf, saidOf } from './asOf.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { type Measured, measuredOf } from './measured.ts';
import { type Opened, withApp } from './open.ts';
import { counted, section, unitColumns } from './table.ts';
import { insistOnUnit } from './unitOptions.ts';

type TraceAnswer = Outputs['trace']['get'];
type Traced = { upstream: TraceAnswer; downstream: TraceAnswer; measured: Measured };

/** A page for a person names so many rows of a table; `trace` names all. */
const mostRows = 12;

/** The page of a lot or serial. As JSON it is the page alone; a person also reads what is in it and where it went. */
export async function runLot(given: Given): Promise<ExitCode> {
  const unit = insistOnUnit(given);
  const asOf = readAsOf(given);
  const { page, traced } = await withApp(given, 'read', async (opened) => {
    const found = await opened.ask<UnitPage>('dossier.get', { ...unit, ...asOf });
    return { page: found, traced: given.json ? undefined : await traceBoth(opened, found.unit) };
  });
  await answer(given, asJson(page), () => (traced === undefined ? '' : asText(page, traced, saidOf(asOf))));
  return exitCodes.done;
}

/** What other programs read: what a screen wants to know beside a line of stock is no part of it. */
const asJson = ({ expiresWith: _with, ...page }: UnitPage) => ({
  ...page,
  stock: page.stock.map(({ location, status, quantity, unitCost }) => ({ location, status, quantity, unitCost })),
});

async function traceBoth(opened: Opened, unit: Unit): Promise<Traced> {
  const walk = (direction: string) => opened.ask<TraceAnswer>('trace.get', { roots: [unit], direction });
  const [upstream, downstream] = [await walk('upstream'), await walk('downstream')];
  return { upstream, downstream, measured: await measuredOf(opened, [unit], upstream.receipts, downstream.shipments) };
}

function asText(page: UnitPage, { upstream, downstream, measured }: Traced, asOf: string): string {
  const statuses = [...new Set(page.stock.map(({ status }) => status))].sort();
  const facts = [
    [`Status${asOf}`, statuses.length === 0 ? 'nothing in stock' : statuses.join(', ')],
    ['Supplier', page.supplier],
    ["Supplier's lot", page.supplierLot],
    ['Manufactured', page.manufacturedOn],
    ['Expires', page.expiresOn],
    ['Use by', page.useByOn],
    ['Retest', page.retestOn],
  ].filter(([, value]) => value !== '');
  return [
    [formatUnit(page.unit), ...facts.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    section(
      `Stock${asOf}`,
      {
        Place: ({ location }) => location,
        Status: ({ status }) => status,
        Quantity: ({ quantity }) => measured({ product: page.unit.product, quantity }),
        'Unit cost': ({ unitCost }) => unitCost,
      },
      page.stock,
    ),
    first('What is in it', unitColumns, oneStepOn(upstream)),
    first(
      'Received',
      {
        ...unitColumns,
        Document: ({ document }) => document,
        Supplier: ({ supplier }) => supplier,
        "Supplier's lot": ({ supplierLot }) => supplierLot,
        When: ({ at }) => at,
        Quantity: measured,
      },
      upstream.receipts,
    ),
    first('Where it went', unitColumns, oneStepOn(downstream)),
    first(
      'Shipped',
      {
        ...unitColumns,
        Document: ({ document }) => document,
        Customer: ({ customer }) => customer,
        When: ({ at }) => at,
        Quantity: measured,
      },
      downstream.shipments,
    ),
  ].join('\n\n');
}

const oneStepOn = ({ units }: TraceAnswer): Unit[] => units.filter(({ depth }) => depth === 1);

/** A heading with the first rows of a table; further rows are counted. */
function first<Row>(
  title: string,
  columns: Readonly<Record<string, (row: Row) => string | number>>,
  rows: readonly Row[],
): string {
  const more = rows.length - mostRows;
  const shown = section(title, columns, rows.slice(0, mostRows));
  if (more <= 0) return shown;
  return `${shown.replace(`(${mostRows})`, `(${rows.length})`)}\n  … and ${counted(more, 'more row', 'more rows')}: “lotline trace” lists all`;
}
