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
