import { newCommandId } from '#main/app/bus.ts';
import { demoPlants, type ImportResult } from '#shared/exchange/contract.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { answer, type ExitCode, exitCodes, type Given, UsageError } from './command.ts';
import { withApp } from './open.ts';
import { counted } from './table.ts';

/** Fills a new store with a demo plant; a store that holds data is left alone. */
export async function runDemo(given: Given): Promise<ExitCode> {
  const asked = given.operands[0] ?? 'food';
  const plant = demoPlants.find((name) => name === asked);
  if (plant === undefined) throw new UsageError(`There is no demo plant “${asked}”: write ${demoPlants.join(' or ')}.`);
  const result = await withApp(given, 'create', ({ ask }) =>
    ask<ImportResult>('exchange.importDemo', { plant }, newCommandId()),
  );
  await answer(
    given,
    result,
    () =>
      `The ${plant} plant is in ${printableInLine(given.file)}: ${counted(result.products, 'product')}, ${counted(result.lots, 'lot')}, ${counted(result.movements, 'movement')}.`,
  );
  return exitCodes.done;
}
