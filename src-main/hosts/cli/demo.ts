import { newCommandId } from '#main/app/bus.ts';
import { demoPlants, type ImportResult } from '#shared/exchange/contract.ts';
import { answer, type ExitCode, exitCodes, type Given, UsageError } from './command.ts';
import { withApp } from './open.ts';

/** Fills a new store with a demo plant; a store that holds data is left alone. */
export async function runDemo(given: Given): Promise<ExitCode> {
  const asked = given.operands[0] ?? 'food';
  const plant = demoPlants.find((name) => name === asked);
  if (plant === undefined) throw new UsageError(`There is no demo plant “${asked}”: write ${demoPlants.join(' or ')}.`);
  const result = await withApp(given.file, 'create', ({ ask }) =>
    ask<ImportResult>('exchange.importDemo', { plant }, newCommandId()),
  );
  await answer(
    given,
    result,
    () =>
      `The ${plant} plant is in ${given.file}: ${result.products} products, ${result.lots} lots, ${result.movements} movements.`,
  );
  return exitCodes.done;
}
