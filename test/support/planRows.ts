import type { Inputs } from '#shared/contract.ts';
import { type Characteristic, characteristic, planContent, type PlanContent } from '#shared/inspections/vocabulary.ts';

/** A row of a plan with what a test says of it; else a dimension of 10 to 20 mm. */
export const planRow = (said: Partial<Characteristic> = {}): Characteristic =>
  characteristic.parse({
    balloon: '1',
    name: 'Length',
    kind: 'number',
    designator: 'major',
    unit: 'mm',
    ...(said.kind === undefined || said.kind === 'number'
      ? { limits: { kind: 'minMax', lower: '10', upper: '20', target: '' } }
      : {}),
    ...said,
  });

/** A plan of these rows, each with a number of its own, of which every piece is inspected unless it says otherwise. */
export const planOfRows = (rows: readonly Partial<Characteristic>[], said: Partial<PlanContent> = {}): PlanContent =>
  planContent.parse({
    characteristics: rows.map((row, index) =>
      planRow({ balloon: String(index + 1), name: `Row ${index + 1}`, ...row }),
    ),
    samplings: { critical: { kind: 'all' }, major: { kind: 'all' }, minor: { kind: 'all' } },
    ...said,
  });

type PlanGiven = Inputs['inspections']['writePlan'];

/** A plan as somebody writes it: a length, a look, and what a test says otherwise. */
export const planWritten = (said: Partial<PlanGiven> = {}): PlanGiven => ({
  ...{ plan: 'PL-1', planVersion: 1, version: 0, name: 'Oil at receipt', validFrom: '2036-07-01' },
  samplings: { critical: '100 %', major: '5', minor: 'II 4.0' },
  rows: [
    { balloon: '1', name: 'Acidity', specification: 'max 0.8', unit: '%' },
    { balloon: '2', name: 'Look', kind: 'attribute', designator: 'minor' },
  ],
  ...said,
});
