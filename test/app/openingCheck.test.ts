import { closeSync, copyFileSync, existsSync, openSync, readFileSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '#main/app/createApp.ts';
import { OpeningCheck } from '#main/app/openingCheck.ts';
import { codeOf } from '../support/app.ts';
import { buildKept, type Kept, openAgain } from '../support/keptAnchors.ts';
import { on, posted } from '../support/plantTables.ts';
import { logThat, openKept } from '../support/plantedLog.ts';

const receipt = { movements: [posted('receipt', 'OIL L1', 1, on(8))] };

/** A store that this computer checked and closed: nobody wrote to it since, as its file says. */
async function buildClosed(): Promise<Kept> {
  const plant = await buildKept();
  await plant.app.close();
  await openAgain(plant);
  await plant.post('receipt', 'OIL L1', 1, on(7));
  await plant.app.close();
  expect(existsSync(join(plant.places.heads, `${plant.app.store.id}.closed`))).toBe(true);
  return plant;
}

describe('a store as this computer closed it', () => {
  it('is not one whose log was put beside it, under whichever name it is opened', async () => {
    await using plant = await buildClosed();
    const log = logThat(plant.file, "update partner set email = 'x' where code = 'C1'");
    const link = join(plant.folder, 'link.lotline');
    symlinkSync(plant.file, link);
    copyFileSync(log, `${plant.file}-wal`);
    const app = await createApp({ file: link, mode: 'write', host: 'test', clock: plant.clock, anchors: plant.places });
    const posting = app.call(app.open(), { operation: 'movements.post', input: receipt, commandId: plant.newId() });
    expect(await codeOf(posting)).toBe('STORE_DAMAGED');
    await app.close();
  });

  it('is not one whose log was put there between the look and the opening', async () => {
    await using plant = await buildClosed();
    const log = logThat(plant.file, "update partner set email = 'x' where code = 'C1'");
    const honest = await openKept(plant.file, plant.places.heads, () => undefined);
    expect(honest.hadLog).toBe(false);
    await honest.close();
    const store = await openKept(plant.file, plant.places.heads, () => copyFileSync(log, `${plant.file}-wal`));
    expect(store.hadLog).toBe(true);
    await store.close();
  });

  it('is not one that was written to before it is known how it was left', async () => {
    await using plant = await buildClosed();
    const store = await openKept(plant.file, plant.places.heads, () => undefined);
    const opening = new OpeningCheck(store, { heads: plant.places.heads });
    await opening.insist();
    await opening.close(async () => {
      await store.close();
      const at = readFileSync(plant.file).indexOf('Corner Shop');
      expect(at).toBeGreaterThan(0);
      const file = openSync(plant.file, 'r+');
      writeSync(file, 'Corner Shed', at);
      closeSync(file);
    });
    await openAgain(plant);
    expect(await codeOf(plant.send('movements.post', receipt))).toBe('STORE_DAMAGED');
  });
});
