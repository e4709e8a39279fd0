import type { Inputs, Outputs } from '#shared/contract.ts';
import { buildHeldPlant, type HeldPlant } from './heldPlant.ts';
import { addPerson, confirm, signature, signIn } from './people.ts';
import { planWritten } from './planRows.ts';
import { signAs } from './signAs.ts';

type Written = Partial<Inputs['inspections']['writePlan']>;
type Use = Partial<Inputs['inspections']['usePlan']>;
type Typed = { row: number; piece: number; typed: string; place?: number; before?: string; reason?: string };
type InspectionOperation =
  | 'inspections.decide'
  | 'inspections.moveDecided'
  | 'inspections.withdraw'
  | 'inspections.reinspect'
  | 'inspections.startAnew'
  | 'inspections.destroySample'
  | 'inspections.usePlan'
  | 'inspections.approvePlan'
  | 'lots.changeStatus';

/** The day of the plant's clock. */
export const today = '2026-06-01';
const at = '2026-06-01T08:00:00Z';

/** An office where goods are inspected: an inspector reads, the quality manager decides, a second one approves plans. */
export class Inspected {
  readonly plant: HeldPlant;
  constructor(plant: HeldPlant) {
    this.plant = plant;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.plant[Symbol.asyncDispose]();
  }

  /** Signed by a quality manager. */
  async sign(
    operation: InspectionOperation,
    input: object,
    meaning: Parameters<typeof signature>[1],
    user: 'qualityManager' | 'second' = 'qualityManager',
    more: object = {},
  ) {
    const as = user === 'second' ? await signIn(this.plant, user) : this.plant.quality;
    return signAs(
      this.plant,
      operation,
      { reason: 'as the plan says', ...input },
      {
        ...{ as, signature: signature(user, meaning) },
        ...more,
      },
    );
  }

  /** Writes a plan and puts it in force for some goods. */
  async plan(written: Written, use: Use | null = { product: 'CAKE' }): Promise<void> {
    const plan = planWritten({ validFrom: today, ...written });
    await this.plant.ask('inspections.writePlan', plan, { as: this.plant.quality });
    await this.sign(
      'inspections.approvePlan',
      { plan: plan.plan, planVersion: plan.planVersion },
      'approved',
      'second',
    );
    if (use !== null) await this.sign('inspections.usePlan', { plan: plan.plan, ...use }, 'approved', 'second');
  }

  /** Receives goods into quarantine, as the warehouse does. */
  async receive(goods: string, quantity: number, more: Record<string, string> = {}): Promise<number> {
    return await this.plant.post('receipt', goods, quantity, at, { status: 'Q', ...more });
  }

  async list(question: object = {}): Promise<Outputs['inspections']['list']['rows']> {
    return (await this.plant.ask('inspections.list', question)).rows;
  }

  get(inspection = 'IN-1', reinspection: number | null = null) {
    return this.plant.ask('inspections.get', { inspection, reinspection });
  }

  /** Records readings, as the inspector. */
  async read(readings: Typed[], more: Partial<Inputs['inspections']['record']> = {}, as?: HeldPlant['me']) {
    const input = { inspection: 'IN-1', reinspection: 0, mark: '.' as const, readings, ...more };
    return this.plant.ask('inspections.record', input, { as: as ?? (await signIn(this.plant, 'inspector')) });
  }

  /** One reading of a row for each of some pieces. */
  readRow(row: number, values: readonly string[], from = 0, more: Partial<Inputs['inspections']['record']> = {}) {
    return this.read(
      values.map((typed, index) => ({ row, piece: from + index, typed })),
      more,
    );
  }

  async decide(accepted: string, rejected: string, more: Partial<Inputs['inspections']['decide']> = {}) {
    const meaning = Number(accepted) > 0 ? 'released' : 'rejected';
    const input = { inspection: 'IN-1', reinspection: 0, accepted, rejected, ...more };
    // The reply was checked by the contract.
    return (await this.sign('inspections.decide', input, meaning)) as Outputs['inspections']['decide'];
  }

  /** What lies of a lot by status, as in "A 100, Q 900". */
  async stock(product: string, lot: string): Promise<string> {
    const { rows } = await this.plant.ask('movements.listBalances', { product, limit: 500 });
    const sums = new Map<string, number>();
    for (const one of rows)
      if (one.lot === lot) sums.set(one.status, (sums.get(one.status) ?? 0) + Number(one.quantity));
    return Array.from(sums, ([status, sum]) => `${status} ${sum}`)
      .toSorted()
      .join(', ');
  }
}

export async function buildInspected(): Promise<Inspected> {
  const plant = await buildHeldPlant();
  await addPerson(plant, await signIn(plant, 'administrator'), {
    ...{ user: 'second', name: 'Sergei Oda', roles: ['qualityManager'] },
  });
  await confirm(plant, 'second');
  return new Inspected(plant);
}

/** Rows of a plan where each piece is weighed and looked at. */
export const weighed: Written = {
  name: 'Cake at receipt',
  samplings: { critical: '100 %', major: '100 %', minor: '100 %' },
  rows: [
    { balloon: '1', name: 'Mass', specification: '100–120', unit: 'g' },
    { balloon: '2', name: 'Look', kind: 'attribute' },
  ],
};
