import type { ExportTables } from './exportFiles.ts';
import { locations, on, partners, plantWith, products, row } from './plantTables.ts';

const numbers = ['100', '9', '10', '2'];

/** A plant whose codes have numbers of one, two and three figures: a lot of milk, baked into cakes that go out and lie about. */
export function unevenPlant(): ExportTables {
  const baked = numbers.flatMap((number) => [
    row('consumption', 'MILK M-1', 5, on(2), { work_order: `WO-${number}`, document: `WO-${number}` }),
    row('output', `CAKE K-${number}`, 20, on(3), {
      work_order: `WO-${number}`,
      document: `WO-${number}`,
      to: `RACK-${number}`,
    }),
    row('shipment', `CAKE K-${number}`, 3, on(4), {
      document: `DN-${number}`,
      partner: `SHOP-${number}`,
      from: `RACK-${number}`,
    }),
    // One customer with every delivery, and a lot in every place.
    row('shipment', 'CAKE K-9', 1, on(5), { document: `DX-${number}`, partner: 'SHOP-9', from: 'RACK-9' }),
    row('transfer', 'CAKE K-9', 1, on(6), { document: 'MOVE', from: 'RACK-9', to: `ROOM-${number}` }),
    row('adjustment', `CAKE K-${number}`, 1, on(7), { document: `CNT-${number}`, to: `RACK-${number}` }),
  ]);
  return {
    ...plantWith([row('receipt', 'MILK M-1', 100, on(1)), ...baked], {}),
    products: [...products, ...numbers.map((number) => ({ code: `P-${number}`, name: `Part ${number}`, unit: 'EA' }))],
    partners: [
      ...partners,
      ...numbers.map((number) => ({ code: `SHOP-${number}`, name: `Shop ${number}`, kind: 'customer' })),
    ],
    locations: [
      ...locations,
      ...numbers.flatMap((number) => [
        { code: `RACK-${number}`, site: `HALL-${number}`, kind: 'storage' },
        { code: `ROOM-${number}`, site: `HALL-${number}`, kind: 'storage' },
      ]),
    ],
  };
}
