import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf } from '../support/app.ts';
import {
  reason,
  goods,
  release,
  giveBack,
  witness,
  buildDecided,
  addSecond,
  signaturesOf,
} from '../support/decided.ts';
import { setUpPeople, signature } from '../support/people.ts';
import { masters, on, posted } from '../support/plantTables.ts';

describe('what is decided rests on every lot it moves', () => {
  it('and a change of the second sublot supersedes the signature too', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'CHEESE C1/S1', 5, on(2), { status: 'Q' }],
      ['receipt', 'CHEESE C1/S2', 5, on(2), { status: 'Q' }],
    ]);
    const { qualityManager } = await setUpPeople(plant);
    const cheese = { product: 'CHEESE', lot: 'C1', statusFrom: 'Q', statusTo: 'A', quantity: '10.0', reason };
    await plant.ask(
      'lots.changeStatus',
      { ...cheese, signature: signature('qualityManager', 'released') },
      { as: qualityManager },
    );
    const held = async () =>
      (await signaturesOf(plant, qualityManager, ['CHEESE', 'C1', '', ''])).map(({ superseded }) => superseded);
    expect(await held()).toEqual([false]);
    const lots = [{ product: 'CHEESE', lot: 'C1', sublot: 'S2', expires_on: '2027-01-01' }];
    await plant.take({ ...masters, lots }, { as: qualityManager });
    expect(await held()).toEqual([true]);
  });

  it('and goods counted in are not released by that', async () => {
    await using decided = await buildDecided();
    const { plant, people } = decided;
    const count = (status: string) =>
      plant.ask(
        'movements.post',
        { movements: [posted('adjustment', 'OIL O1', 5, on(4), { to: 'STORE', status })] },
        { as: people.warehouse },
      );
    expect(await codeOf(count('A'))).toBe('FORBIDDEN');
    await count('Q');
    await plant.ask('lots.changeStatus', { ...release, quantity: '35' }, { as: decided.quentin });
    // Found beside what was released it is of the same status.
    await count('A');
  });

  it('and what is received or made of a lot that is not released comes in as it lies', async () => {
    await using decided = await buildDecided({ status: 'R' });
    const { plant, people } = decided;
    const receive = (status: string) =>
      plant.postAll([['receipt', 'OIL O1', 5, on(4), { status }]], { as: people.warehouse });
    expect(await codeOf(receive('A'))).toBe('FORBIDDEN');
    await receive('Q');
    await plant.postAll([['receipt', 'OIL O2', 5, on(4)]], { as: people.warehouse });
  });

  it('and rejected goods are released by two people by way of quarantine too', async () => {
    await using decided = await buildDecided({ status: 'R' });
    const { plant, quentin } = decided;
    await addSecond(decided);
    const aside = { ...giveBack, statusTo: 'Q', signature: signature('qualityManager', 'performed') };
    await plant.ask('lots.changeStatus', aside, { as: quentin });
    expect((await plant.ask('lots.previewStatus', goods, { as: quentin })).needsWitness).toBe(true);
    expect(await codeOf(plant.ask('lots.changeStatus', release, { as: quentin }))).toBe('SEPARATION_OF_DUTIES');
    await plant.ask('lots.changeStatus', { ...release, witness }, { as: quentin });
    // Released by two it is as any other from then on.
    const back = { ...release, statusFrom: 'A', statusTo: 'Q', signature: signature('', 'performed') };
    await plant.ask('lots.changeStatus', back, { as: quentin });
    expect((await plant.ask('lots.previewStatus', goods, { as: quentin })).needsWitness).toBe(false);
  });
});
