import { findProduct } from '#main/features/products/products.queries.ts';
import type { CommandContext } from '#main/context/context.ts';
import { mergeAlike } from '#main/features/lots/merge.actions.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import { parseQuantity } from '#shared/kernel/quantity.ts';
import { productAttributeRecord, productRecord, type ProductValues } from '#shared/products/records.ts';

type Said = Partial<Pick<ProductValues, 'attributes' | 'packUnits' | 'lotCapacity'>>;

const sulphites = 'Allergens: sulphites';

/** What a plant says of its products besides what an export has. */
const saidOf: Readonly<Record<DemoPlant, Readonly<Record<string, Said>>>> = {
  food: {
    'APR-PUREE': { attributes: sulphites, packUnits: 'drum = 200' },
    'JAR-340': { packUnits: 'layer = 210; pallet = 2520' },
    'BTL-750': { packUnits: 'pallet = 960' },
    'JAM-APR': { attributes: sulphites, packUnits: 'case = 12; pallet = 1440' },
    'NEC-APR': { attributes: sulphites, packUnits: 'case = 6' },
    'GIFT-3': { attributes: 'Allergens: nuts, sulphites' },
  },
  // Chargers have no capacity of a lot, which the page of gaps in the set-up names.
  device: { MASK: { lotCapacity: Number(parseQuantity('5000')), packUnits: 'carton = 50' } },
};

export async function addDemoProducts(context: CommandContext<'policies'>, plant: DemoPlant): Promise<void> {
  const { work } = context;
  if (plant === 'food')
    saveRecord(work, productAttributeRecord, {
      ...{ code: 'Allergens', attributeKind: 'choices' },
      choices: 'gluten, eggs, soya, milk, nuts, celery, mustard, sesame, sulphites',
    });
  for (const [code, said] of Object.entries(saidOf[plant])) {
    const product = await findProduct(work, code);
    if (product === undefined) throw new Error(`the demo has no product ${code}`);
    const { id: _id, version: _version, ...values } = product;
    saveRecord(work, productRecord, { ...values, ...said });
  }
  // Two trays of one delivery that were put together.
  if (plant === 'device')
    await mergeAlike(
      {
        ...{ product: 'HOUSING', location: 'PARTS', lot: 'HS-0015', sublot: 'T4' },
        rows: ['T1', 'T2'].map((sublot) => ({ lot: 'HS-0015', sublot, status: 'A', quantity: '' })),
      },
      context,
    );
}
