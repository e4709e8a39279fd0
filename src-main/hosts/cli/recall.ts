import type { Outputs } from '#shared/contract.ts';
import { answer, type ExitCode, exitCodes, type Given, UsageError } from './command.ts';
import { documentTargets, writeDocuments } from './documents.ts';
import { withApp } from './open.ts';
import { counted, section, unitColumns } from './table.ts';
import { readSupplierLot, readSuspect, readUnit } from './unitOptions.ts';

type RecallAnswer = Outputs['recalls']['simulate'];

export async function runRecall(given: Given): Promise<ExitCode> {
  const unit = readUnit(given);
  const suspects = [...(unit === undefined ? [] : [unit]), ...given.texts('suspect').map(readSuspect)];
  const supplierLots = given.texts('supplier-lot').map(readSupplierLot);
  if (suspects.length + supplierLots.length === 0)
    throw new UsageError('Name what is suspect: a lot or serial, --suspect or --supplier-lot.');
  const input = { suspects, supplierLots, dated: given.flag('dated') };
  const targets = documentTargets(given);
  // A document is an entry of the audit trail.
  const reply = await withApp(given, targets.length > 0 ? 'write' : 'read', async (opened) => {
    const found = await opened.ask<RecallAnswer>('recalls.simulate', input);
    await writeDocuments(given, opened, { targets, operation: 'reports.drawRecall', question: input });
    return found;
  });
  await answer(given, reply, () => asText(reply));
  return exitCodes.done;
}

function asText({
  suspects,
  affected,
  onHand,
  inProcess,
  adjustments,
  breaks,
  customers,
  totals,
}: RecallAnswer): string {
  return [
    section('Suspects', unitColumns, suspects),
    section(
      'Affected',
      {
        Steps: ({ depth }) => depth,
        ...unitColumns,
        Opening: ({ opening }) => opening,
        Received: ({ received }) => received,
        Produced: ({ produced }) => produced,
        Consumed: ({ consumed }) => consumed,
        Shipped: ({ shipped }) => shipped,
        Returned: ({ returned }) => returned,
        'To supplier': ({ returnedToSupplier }) => returnedToSupplier,
        Scrapped: ({ scrapped }) => scrapped,
        Sampled: ({ sampled }) => sampled,
        Adjusted: ({ adjusted }) => adjusted,
        'On hand': (row) => row.onHand,
      },
      affected,
    ),
    section(
      'On hand',
      {
        ...unitColumns,
        Place: ({ location }) => location,
        Status: ({ status }) => status,
        Quantity: ({ quantity }) => quantity,
      },
      onHand,
    ),
    section(
      'In process',
      { ...unitColumns, 'Work order': ({ workOrder }) => workOrder, Quantity: ({ quantity }) => quantity },
      inProcess,
    ),
    section(
      'Customers',
      {
        Customer: ({ customer }) => customer,
        Name: ({ name }) => name,
        Shipped: ({ shipped }) => shipped.map(({ product, quantity }) => `${product} ${quantity}`).join(', '),
        Returned: ({ returned }) => returned.map(({ product, quantity }) => `${product} ${quantity}`).join(', '),
        Deliveries: ({ deliveries }) => deliveries.join(', '),
      },
      customers,
    ),
    section(
      'Adjustments',
      {
        ...unitColumns,
        Document: ({ document }) => document,
        When: ({ at }) => at,
        Quantity: ({ quantity }) => quantity,
        Reason: ({ reason }) => reason,
      },
      adjustments,
    ),
    section(
      'Breaks: what could not be traced',
      { ...unitColumns, 'Work order': ({ workOrder }) => workOrder, Why: ({ why }) => why },
      breaks,
    ),
    `${totals.affected} affected, ${counted(totals.customers, 'customer')}, ${totals.accountedPercent} % accounted for`,
  ].join('\n\n');
}
