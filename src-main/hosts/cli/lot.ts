import type { UnitPage } from '#shared/dossier/contract.ts';
import { sayUnit } from '#shared/kernel/unit.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { withApp } from './open.ts';
import { section } from './table.ts';
import { insistOnUnit } from './unitOptions.ts';

export async function runLot(given: Given): Promise<ExitCode> {
  const unit = insistOnUnit(given);
  const page = await withApp(given.file, 'read', ({ ask }) => ask<UnitPage>('dossier.get', unit));
  await answer(given, page, () => asText(page));
  return exitCodes.done;
}

function asText(page: UnitPage): string {
  const facts = [
    ['Supplier', page.supplier],
    ["Supplier's lot", page.supplierLot],
    ['Manufactured', page.manufacturedOn],
    ['Expires', page.expiresOn],
    ['Retest', page.retestOn],
    ['Use by', page.useByOn],
  ].filter(([, value]) => value !== '');
  const stock = section(
    'Stock',
    {
      Place: ({ location }) => location,
      Status: ({ status }) => status,
      Quantity: ({ quantity }) => quantity,
      'Unit cost': ({ unitCost }) => unitCost,
    },
    page.stock,
  );
  return [sayUnit(page.unit), ...facts.map(([name, value]) => `  ${name}: ${value}`), '', stock].join('\n');
}
