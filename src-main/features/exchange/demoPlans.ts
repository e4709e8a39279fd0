import { writeDraft } from '#main/features/inspections/plans.actions.ts';
import type { Work } from '#main/store/work.ts';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import { type WrittenRow, writtenRow } from '#shared/inspections/vocabulary.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';

type DemoPlan = { name: string; basedOn: string; revision: string; rows: readonly Partial<WrittenRow>[] };

/** What goods are inspected by when they come in: drafts of the inspector, which a quality manager approves. */
const planOf: Readonly<Record<DemoPlant, DemoPlan>> = {
  food: {
    ...{ name: 'Fruit purée at receipt', basedOn: 'Specification of fruit purées', revision: 'C' },
    rows: [
      {
        ...{ balloon: '1', name: 'Dry matter', specification: '11.0–13.0 target 12.0', unit: '°Bx', sampling: '5' },
        ...{ method: 'Refractometer at 20 °C', instrument: 'Refractometer', rule: 'rounded' },
      },
      { balloon: '2', name: 'pH', specification: '3.5–3.9', unit: 'pH', sampling: '5', instrument: 'pH meter' },
      {
        ...{ balloon: '3', name: 'Glass and foreign matter', kind: 'attribute', designator: 'critical' },
        ...{ instruction: 'Sieve 500 g through 2 mm', reaction: 'Hold the delivery and tell the quality manager' },
      },
      { balloon: '4', name: 'Smell', kind: 'choice', specification: 'Fresh, Faint | Off, Burnt', designator: 'minor' },
      { balloon: '5', name: 'Temperature at unloading', specification: 'max 7.0', unit: '°C', sampling: '1 per lot' },
    ],
  },
  device: {
    ...{ name: 'Charger at receipt', basedOn: 'Drawing CD-100', revision: '4' },
    rows: [
      {
        ...{ balloon: '1', name: 'Voltage without load', specification: '5.00 ± 0.10', unit: 'V', places: 3 },
        ...{ designator: 'critical', instrument: 'Multimeter', formula: 'range <= 0.05' },
      },
      { balloon: '2', name: 'Force to pull the plug', specification: 'min 20', unit: 'N', rule: 'guard 0.5' },
      { balloon: '3', name: 'Diameter of the plug', specification: '5.50 +0/-0.05', unit: 'mm', sampling: 'II 1.0' },
      { balloon: '4', name: 'Marks legible', kind: 'attribute', designator: 'minor' },
      { balloon: '5', name: 'Scratches', kind: 'count', specification: '2', designator: 'minor' },
    ],
  },
};

export function addDemoPlan(work: Work, plant: DemoPlant, today: PlainDate): void {
  const { rows, ...said } = planOf[plant];
  writeDraft(
    work,
    'ines',
    { plan: 'PL-1', planVersion: 1, version: 0 },
    {
      ...said,
      ...{
        validFrom: today,
        validUntil: '',
        note: '',
        isCurtailed: false,
        drawsLargest: true,
        isDecidedByAnother: false,
      },
      samplings: { critical: '5', major: '5', minor: '3' },
      rows: rows.map((row) => writtenRow.parse(row)),
    },
  );
}
