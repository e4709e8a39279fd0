import type { Outputs } from '#shared/contract.ts';
import { formatUnit } from '#shared/kernel/unit.ts';
import { directions } from '#shared/trace/vocabulary.ts';
import { answer, type ExitCode, exitCodes, type Given, UsageError } from './command.ts';
import { documentTargets, writeDocuments } from './documents.ts';
import { type Measured, measuredOf } from './measured.ts';
import { withApp } from './open.ts';
import { section, unitColumns } from './table.ts';
import { insistOnUnit } from './unitOptions.ts';

type TraceAnswer = Outputs['trace']['get'];

export async function runTrace(given: Given): Promise<ExitCode> {
  const unit = insistOnUnit(given);
  const direction = directions.find((name) => name === given.text('direction'));
  if (direction === undefined) throw new UsageError('--direction: write upstream or downstream.');
  const input = { roots: [unit], direction, dated: given.flag('dated') };
  const targets = documentTargets(given);
  // A document is an entry of the audit trail.
  const { reply, measured } = await withApp(given, targets.length > 0 ? 'write' : 'read', async (opened) => {
    const found = await opened.ask<TraceAnswer>('trace.get', input);
    await writeDocuments(given, opened, { targets, report: 'trace', question: input });
    const { receipts, shipments, serialLinks } = found;
    const links = serialLinks.map(({ component }) => component);
    return { reply: found, measured: given.json ? undefined : await measuredOf(opened, receipts, shipments, links) };
  });
  await answer(given, reply, () => (measured === undefined ? '' : asText(reply, formatUnit(unit), measured)));
  return exitCodes.done;
}

function asText(
  { direction, units, runs, serialLinks, receipts, shipments, breaks }: TraceAnswer,
  said: string,
  measured: Measured,
): string {
  return [
    `${direction === 'upstream' ? 'Backward trace (ingredients), where from:' : 'Forward trace (use and customers), where used:'} ${said}`,
    section('Lots and serials', { Level: ({ depth }) => depth, ...unitColumns }, units),
    section(
      'Runs',
      {
        'Work order': ({ workOrder }) => workOrder,
        Run: ({ run }) => run,
        When: ({ at }) => at,
        Inputs: ({ inputs }) => inputs.length,
        Outputs: ({ outputs }) => outputs.length,
      },
      runs,
    ),
    section(
      'Serial links',
      {
        'Work order': ({ workOrder }) => workOrder,
        Parent: ({ parent }) => formatUnit(parent),
        Component: ({ component }) => formatUnit(component),
        Quantity: ({ component, quantity }) => measured({ ...component, quantity }),
      },
      serialLinks,
    ),
    section(
      'Receipts',
      {
        ...unitColumns,
        Document: ({ document }) => document,
        Supplier: ({ supplier }) => supplier,
        "Supplier's lot": ({ supplierLot }) => supplierLot,
        When: ({ at }) => at,
        Quantity: measured,
      },
      receipts,
    ),
    section(
      'Shipments',
      {
        ...unitColumns,
        Document: ({ document }) => document,
        Customer: ({ customer }) => customer,
        When: ({ at }) => at,
        Quantity: measured,
      },
      shipments,
    ),
    section(
      'Gaps in the record: what could not be traced',
      { ...unitColumns, 'Work order': ({ workOrder }) => workOrder, Why: ({ why }) => why },
      breaks,
    ),
  ].join('\n\n');
}
