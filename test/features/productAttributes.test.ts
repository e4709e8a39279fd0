import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { Inputs } from '#shared/contract.ts';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { signature } from '../support/people.ts';
import { signAs } from '../support/signAs.ts';
import { readWorkbook } from '../support/workbookReader.ts';

type Changed = Inputs['products']['edit']['change'];

const reason = 'asked for by a customer';
const describeAs = (plant: HeldPlant, code: string, choices: string, version = 0, kind = 'choices' as const) =>
  plant.ask('products.saveAttribute', { code, attributeKind: kind, choices, version, reason }, { as: plant.quality });

const say = (plant: HeldPlant, code: string, attributes: string): Promise<unknown> =>
  change(plant, code, { attributes });

async function change(plant: HeldPlant, code: string, changed: Changed): Promise<unknown> {
  const { version } = await plant.ask('products.get', { code });
  return await signAs(
    plant,
    'products.edit',
    { code, version, change: changed, reason },
    { as: plant.quality, signature: signature('qualityManager', 'approved') },
  );
}

describe('attributes of products', () => {
  it('are made by the plant, said by products with a signature, found in the list and told in documents', async () => {
    await using plant = await buildHeldPlant();
    await describeAs(plant, 'Allergens', 'milk,nuts , gluten');
    await say(plant, 'OIL', 'Allergens: nuts, milk');
    expect((await plant.ask('products.get', { code: 'OIL' })).attributes).toBe('Allergens: milk, nuts');
    expect(await plant.ask('products.listAttributes', {})).toEqual({
      attributes: [
        { code: 'Allergens', attributeKind: 'choices', choices: 'milk, nuts, gluten', version: 1, products: 1 },
      ],
    });
    const found = await plant.ask('products.listWithStock', { attributes: 'nuts' });
    expect(found.rows.map(({ code, attributes }) => [code, attributes])).toEqual([['OIL', 'Allergens: milk, nuts']]);
    const { signatures } = await plant.ask('people.listSignatures', { record: 'product', parts: ['OIL'] });
    expect(signatures[0]?.statement).toContain('Allergens and other attributes – → Allergens: milk, nuts');
    await plant.post('receipt', 'OIL N1', 1, '2026-06-01T10:00:00Z');
    const question = { roots: [{ product: 'OIL', lot: 'N1' }], direction: 'upstream' };
    const drawn = await plant.ask('reports.draw', { report: 'trace', parameters: { question }, format: 'xlsx' });
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(plant.app.spool.fetch(drawn.document, plant.me.id).path));
    const head = sheets[0]?.rows.map((row) => row.map((cell) => cell?.value)) ?? [];
    expect(head.find((row) => row.includes('Allergens'))).toContain('milk, nuts');
    expect(plant.verify().ok).toBe(true);
  });

  it('are refused with what nobody can choose, and stay where a choice was taken away', async () => {
    await using plant = await buildHeldPlant();
    const unknown = await refusalOf(say(plant, 'OIL', 'Allergens: milk'));
    expect([unknown.code, unknown.details['field']]).toEqual(['VALIDATION', 'attributes']);
    await describeAs(plant, 'Allergens', 'milk, nuts');
    const other = await refusalOf(say(plant, 'OIL', 'Allergens: soy'));
    expect([other.code, other.details['field']]).toEqual(['VALIDATION', 'attributes']);
    await say(plant, 'OIL', 'Allergens: milk, nuts');
    await describeAs(plant, 'Allergens', 'milk, soy', 1);
    await say(plant, 'OIL', 'Allergens: nuts, soy');
    expect((await plant.ask('products.get', { code: 'OIL' })).attributes).toBe('Allergens: soy, nuts');
    await say(plant, 'OIL', '');
    expect((await plant.ask('products.get', { code: 'OIL' })).attributes).toBe('');
    expect((await refusalOf(describeAs(plant, 'A: B', 'x'))).details['field']).toBe('code');
    expect((await refusalOf(describeAs(plant, 'Allergens', 'x', 1))).code).toBe('RECORD_CHANGED');
  });
});

describe('what a product is packed in', () => {
  it('is said with a signature, and offered where goods of it are split', async () => {
    await using plant = await buildHeldPlant();
    const { unit } = await plant.ask('products.get', { code: 'OIL' });
    for (const packUnits of [`${unit} = 2`, 'can', 'can = 0', 'can = 5; CAN = 6']) {
      const refusal = await refusalOf(change(plant, 'OIL', { packUnits }));
      expect([refusal.code, refusal.details['field']]).toEqual(['VALIDATION', 'packUnits']);
    }
    await change(plant, 'OIL', { packUnits: 'can=2.50 ;pallet = 480' });
    expect((await plant.ask('products.get', { code: 'OIL' })).packUnits).toBe('can = 2.5; pallet = 480');
    await plant.post('receipt', 'OIL N1', 10, '2026-06-01T10:00:00Z');
    const { stock } = await plant.ask('dossier.get', { product: 'OIL', lot: 'N1' });
    const location = stock[0]?.location ?? '';
    const lying = await plant.ask('lots.lyingAt', { product: 'OIL', location });
    expect(lying.packUnits).toBe('can = 2.5; pallet = 480');
    await change(plant, 'OIL', { packUnits: '' });
    expect((await plant.ask('products.get', { code: 'OIL' })).packUnits).toBe('');
    expect(plant.verify().ok).toBe(true);
  });
});
