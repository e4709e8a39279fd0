import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/app/createApp.ts';
import type { AnchorPlaces } from '#main/app/verifying.ts';
import type { Anchor } from '#main/store/anchor.ts';
import { readAnchorFolder, readHead } from '#main/store/anchorFolder.ts';
import { endKnownAt } from '#main/store/knownPlaces.ts';
import { TestApp, TestClock } from './app.ts';
import { buildFolder, csvFiles } from './exportFiles.ts';
import { masters, on } from './plantTables.ts';

/** Lotline on a store whose anchors are kept in folders of their own. */
export type Kept = TestApp & {
  places: { heads: string; daily: string };
  daily(): Anchor[];
  head(): Anchor | undefined;
  /** The last entry that is remembered as acknowledged of the store at a path. */
  endAt(file: string): number | undefined;
};

/** A store with three entries: the plant's records and two receipts. */
export async function buildKept(): Promise<Kept> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-kept-'));
  const file = join(folder, 'plant.lotline');
  const places = { heads: join(folder, 'heads'), daily: join(folder, 'daily') };
  const clock = new TestClock();
  const app = await createApp({ file, mode: 'create', host: 'test', clock, anchors: places });
  const store = app.store.id;
  const plant = new TestApp({ folder, file, clock, host: 'test', app });
  await using taken = await buildFolder(csvFiles(masters));
  await plant.ask('exchange.import', { source: { kind: 'path', path: taken.path } });
  for (const day of [5, 6]) await plant.post('receipt', 'OIL L1', 10, on(day));
  return Object.assign(plant, {
    places,
    daily: () => readAnchorFolder(places.daily, store),
    head: () => readHead(places.heads, store),
    endAt: (path: string) => endKnownAt(places.heads, path, store)?.seq,
  });
}

/** Starts the program on the store again. Without places it knows of no anchor. */
export async function openAgain(
  plant: Kept,
  mode: 'write' | 'read' | 'rescue' = 'write',
  places: AnchorPlaces = plant.places,
): Promise<void> {
  plant.app = await createApp({ file: plant.file, mode, host: 'test', clock: plant.clock, anchors: places });
  plant.me = plant.app.open();
}
