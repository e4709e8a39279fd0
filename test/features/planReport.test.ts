import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { writtenRow } from '#shared/inspections/vocabulary.ts';
import { readRow } from '#shared/inspections/writtenRows.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { buildHeldPlant } from '../support/heldPlant.ts';
import { pageText, readPdf } from '../support/pdfReader.ts';
import { signature, signIn } from '../support/people.ts';
import { signAs } from '../support/signAs.ts';
import { planWritten } from '../support/planRows.ts';

const rows = [
  {
    ...{ balloon: '1', name: 'Length', specification: '12.00 ± 0.50', unit: 'mm', designator: 'critical' as const },
    ...{ places: 3, sampling: '5 Ac 1', rule: 'rounded 2 half-up', instruction: 'At 20 °C', sheet: '2', zone: 'B4' },
  },
  { balloon: '2', name: 'Look', kind: 'attribute' as const, designator: 'minor' as const, needsFile: true },
  { balloon: '3', name: 'Smell', kind: 'choice' as const, specification: 'Fresh, Faint | Off', operation: '20' },
  {
    ...{ balloon: '4', name: 'Position', specification: 'max 0.2', unit: 'mm', geometry: 'position' as const },
    ...{ datums: 'A B', condition: 'MMC' as const, sizeOf: '1', side: 'internal' as const, difference: '0.01' },
  },
];

async function draw(plant: TestApp, language: 'en' | 'de', format: 'pdf' | 'xlsx', as = plant.me) {
  const parameters = { plan: 'PL-1', planVersion: '1', lotSize: '2000' };
  const drawing = { report: 'plan', parameters, language, locale: language, zone: 'UTC', format };
  return await plant.ask('reports.draw', drawing, { as });
}

describe('the document of a plan', () => {
  it.each(['en', 'de'] as const)('in %s as a workbook is read back as the same rows', async (language) => {
    await using plant = await buildPlantApp();
    await plant.ask('inspections.writePlan', planWritten({ rows }));
    const drawn = await draw(plant, language, 'xlsx');
    const upload = await plant.app.uploads.create('table');
    await plant.ask('reports.issue', { document: drawn.document });
    const { path } = plant.app.spool.fetch(drawn.document, plant.me.id);
    await plant.app.uploads.write(upload, 'plan.xlsx', Readable.from([readFileSync(path)]));
    const read = await plant.ask('exchange.readTable', { upload, into: 'plan' });
    expect([read.faults, read.leftOut]).toEqual([[], []]);
    const again = read.rows.map(({ places = '', needsFile, isDual, isLongTerm, ...texts }) =>
      readRow(
        writtenRow.parse({
          ...{ ...texts, places: places === '' ? null : Number(places) },
          ...{ needsFile: needsFile === 'yes', isDual: isDual === 'yes', isLongTerm: isLongTerm === 'yes' },
        }),
      ),
    );
    expect(again).toEqual(rows.map((row) => readRow(writtenRow.parse(row))));
  });

  it('says on paper what its samples are, the curve of them, and who signed it', async () => {
    await using plant = await buildHeldPlant();
    const as = plant.quality;
    const inspector = await signIn(plant, 'inspector');
    await plant.ask('inspections.writePlan', planWritten({ rows, validFrom: '2026-07-01' }), { as: inspector });
    const signed = { as, signature: signature('qualityManager', 'approved') };
    await signAs(plant, 'inspections.approvePlan', { plan: 'PL-1', planVersion: 1, reason: 'as drawn' }, signed);
    const drawn = await draw(plant, 'en', 'pdf', as);
    await plant.ask('reports.issue', { document: drawn.document }, { as });
    const { pages } = readPdf(readFileSync(plant.app.spool.fetch(drawn.document, as.id).path));
    const text = pages.map(pageText).join('\n').replaceAll(/\s+/g, ' ');
    for (const said of [
      '12.00 ± 0.50',
      'Instruction',
      'At 20 °C',
      'Accepted 95 % at',
      'Lots that are accepted',
      'as drawn',
    ])
      expect(text).toContain(said);
  });
});
