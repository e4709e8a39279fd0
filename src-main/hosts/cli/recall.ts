import type { Outputs } from '#shared/contract.ts';
import { answer, type ExitCode, exitCodes, type Given, UsageError } from './command.ts';
import { documentTargets, writeDocuments } from './documents.ts';
import { type Opened, withApp } from './open.ts';
import { counted, section, unitColumns } from './table.ts';
import { readSupplierLot, readSuspect, readUnit, type SupplierLot } from './unitOptions.ts';

type RecallAnswer = Outputs['recalls']['simulate'];

export async function runRecall(given: Given): Promise<ExitCode> {
  const unit = readUnit(given);
  const suspects = [...(unit === undefined ? [] : [unit]), ...given.texts('suspect').map(readSuspect)];
  const supplierLots = given.texts('supplier-lot').map(readSupplierLot);
  if (suspects.length + supplierLots.length === 0)
    throw new UsageError('Name what is suspect: a lot or serial, --suspect or --supplier-lot.');
  const targets = documentTargets(given);
  // A document is an entry of the audit trail.
  const reply = await withApp(given, targets.length > 0 ? 'write' : 'read', async (opened) => {
    const input = { suspects, supplierLots: await meantLots(opened, supplierLots), dated: given.flag('dated') };
    const found = await opened.ask<RecallAnswer>('recalls.simulate', input);
    await writeDocuments(given, opened, { targets, report: 'recall', question: input });
    return found;
  });
  await answer(given, reply, () => asText(reply));
  return exitCodes.done;
}

/** What a person meant where a supplier's code or lot holds slashes: the one that is recorded. */
async function meantLots({ ask }: Opened, named: readonly (readonly SupplierLot[])[]): Promise<SupplierLot[]> {
  const meant: SupplierLot[] = [];
  for (const ways of named) {
    const [first, ...others] = ways.length < 2 ? ways : await recordedOf(ask, ways);
    if (others.length > 0) {
      const said = [first, ...others].map((one) => `supplier=${one?.supplier},lot=${one?.supplierLot}`).join(' or ');
      throw new UsageError(`--supplier-lot can mean several lots that are recorded. Write ${said}.`);
    }
    // None of them is recorded: the answer says so.
    const chosen = first ?? ways[0];
    if (chosen !== undefined) meant.push(chosen);
  }
  return meant;
}

async function recordedOf(ask: Opened['ask'], ways: readonly SupplierLot[]): Promise<SupplierLot[]> {
  const recorded: SupplierLot[] = [];
  for (const way of ways) {
    const { hits } = await ask<Outputs['dossier']['find']>('dossier.find', { text: way.supplierLot, limit: 50 });
    const isRecorded = hits.some(
      ({ kind, label, supplier }) => kind === 'supplierLot' && label === way.supplierLot && supplier === way.supplier,
    );
    if (isRecorded) recorded.push(way);
  }
  return recorded;
}

/** For people: what cannot be followed first, and never a sum of unlike things. */
function asText(found: RecallAnswer): string {
  const { suspects, affected, onHand, inProcess, adjustments, breaks, customers, balances, totals } = found;
  const unitOf = new Map(balances.map(({ product, unit }) => [product, unit]));
  const measured = (product: string, quantity: string): string => `${quantity} ${unitOf.get(product) ?? ''}`.trim();
  const quantity = (row: { product: string; quantity: string }): string => measured(row.product, row.quantity);
  const goods = (sums: readonly { product: string; quantity: string }[]): string =>
    sums.map(({ product, quantity }) => `${measured(product, quantity)} ${product}`).join(', ');
  const worst = balances[0];
  return [
    section(
      'Gaps in the record: what could not be traced',
      { ...unitColumns, 'Work order': ({ workOrder }) => workOrder, Why: ({ why }) => why },
      breaks,
    ),
    section('Suspects', unitColumns, suspects),
    section('Mass balance, worst first', balanceColumns, balances),
    section(
      'Affected',
      {
        Level: ({ depth }) => depth,
        ...unitColumns,
        Opening: figure('opening'),
        Received: figure('received'),
        Produced: figure('produced'),
        Consumed: figure('consumed'),
        Shipped: figure('shipped'),
        Returned: figure('returned'),
        'To supplier': figure('returnedToSupplier'),
        Scrapped: figure('scrapped'),
        Sampled: figure('sampled'),
        'Stock differences': figure('adjusted'),
        'In stock': figure('onHand'),
        Unit: ({ product }) => unitOf.get(product) ?? '',
      },
      affected,
    ),
    section(
      'In stock',
      { ...unitColumns, Place: ({ location }) => location, Status: ({ status }) => status, Quantity: quantity },
      onHand,
    ),
    section(
      'In production',
      { ...unitColumns, 'Work order': ({ workOrder }) => workOrder, Quantity: quantity },
      inProcess,
    ),
    section(
      'Customers',
      {
        Customer: ({ customer }) => customer,
        Name: ({ name }) => name,
        Shipped: ({ shipped }) => goods(shipped),
        Returned: ({ returned }) => goods(returned),
        Deliveries: ({ deliveries }) => deliveries.join(', '),
      },
      customers,
    ),
    section(
      'Stock differences',
      {
        ...unitColumns,
        Document: ({ document }) => document,
        When: ({ at }) => at,
        Quantity: quantity,
        Reason: ({ reason }) => (reason === '' ? 'unexplained' : reason),
      },
      adjustments,
    ),
    `${totals.affected} affected, ${counted(totals.customers, 'customer')}${worst === undefined ? '' : `, worst mass balance: ${worst.product} ${worst.balancePercent} %`}`,
  ].join('\n\n');
}

type Figures = Omit<RecallAnswer['affected'][number], 'depth'>;

/** A figure; blank where nothing happened. */
const figure =
  (name: keyof Figures) =>
  (row: Figures): string =>
    row[name] === '0' ? '' : row[name];

const balanceColumns: Readonly<Record<string, (row: RecallAnswer['balances'][number]) => string>> = {
  Product: ({ product }) => product,
  'Balance %': ({ balancePercent }) => balancePercent,
  'Came in': (row) => row.in,
  Used: ({ consumed }) => consumed,
  'of it in production': ({ inProcess }) => inProcess,
  'Gone out': ({ out }) => out,
  'In stock': ({ here }) => here,
  Explained: ({ explained }) => explained,
  Unexplained: ({ unexplained }) => unexplained,
  Unit: ({ unit }) => unit,
};
