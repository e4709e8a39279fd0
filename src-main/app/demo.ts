import type { DemoPlant } from '#shared/exchange/contract.ts';
import { newCommandId } from './bus.ts';
import type { App } from './createApp.ts';

/** Fills a new demo store with a plant; leaves one that was filled before as it is. */
export async function fillDemo(app: App, plant: DemoPlant, say: (line: string) => void): Promise<void> {
  if (app.store.head().demo !== '') return;
  say(`Filling the demo store with a ${plant} plant …`);
  await app.call(app.open(), { operation: 'exchange.importDemo', input: { plant }, commandId: newCommandId() });
}
