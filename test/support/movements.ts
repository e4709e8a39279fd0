import { unitNamed } from './askPlant.ts';
import { type Movement, PlantStore } from './plantStore.ts';

type More = Partial<Movement>;

/** Movements in short: goods by name, quantity, day of January; in and out of STORE unless told otherwise. */
export const use = (workOrder: string, name: string, quantity: number, at: number, more: More = {}): Movement => ({
  kind: 'consumption',
  ...unitNamed(name),
  quantity,
  at,
  from: 'STORE',
  workOrder,
  ...more,
});
export const giveBack = (workOrder: string, name: string, quantity: number, at: number, more: More = {}): Movement => ({
  kind: 'production-return',
  ...unitNamed(name),
  quantity,
  at,
  to: 'STORE',
  workOrder,
  ...more,
});
export const make = (workOrder: string, name: string, quantity: number, at: number, more: More = {}): Movement => ({
  kind: 'output',
  ...unitNamed(name),
  quantity,
  at,
  to: 'STORE',
  workOrder,
  ...more,
});
export const receive = (name: string, quantity: number, at: number, more: More = {}): Movement => ({
  kind: 'receipt',
  ...unitNamed(name),
  quantity,
  at,
  to: 'STORE',
  partner: 'S1',
  document: `GRN-${at}`,
  ...more,
});
export const ship = (name: string, quantity: number, at: number, more: More = {}): Movement => ({
  kind: 'shipment',
  ...unitNamed(name),
  quantity,
  at,
  from: 'STORE',
  partner: 'C1',
  document: `DN-${at}`,
  ...more,
});
export const takeBack = (name: string, quantity: number, at: number, more: More = {}): Movement => ({
  kind: 'customer-return',
  ...unitNamed(name),
  quantity,
  at,
  to: 'STORE',
  partner: 'C1',
  document: `RET-${at}`,
  ...more,
});
/** Goods at the dock without a name get one. */
export const putAway = (name: string, quantity: number, at: number, more: More = {}): Movement => ({
  kind: 'put-away',
  ...unitNamed(name),
  under: {},
  quantity,
  at,
  from: 'DOCK',
  to: 'STORE',
  ...more,
});
/** A count that found more, or with a negative quantity less. */
export const adjust = (name: string, quantity: number, at: number, more: More = {}): Movement => ({
  kind: 'adjustment',
  ...unitNamed(name),
  quantity: Math.abs(quantity),
  at,
  document: `CNT-${at}`,
  reason: 'counted',
  ...(quantity > 0 ? { to: 'STORE' } : { from: 'STORE' }),
  ...more,
});

export function plantOf(...movements: Movement[]): PlantStore {
  const plant = new PlantStore();
  for (const movement of movements) plant.move(movement);
  return plant;
}
