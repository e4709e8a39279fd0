import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditQuestion } from '#shared/audit/contract.ts';
import { asPerson, buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { on } from '../support/plantTables.ts';
import { pageText, readPdf } from '../support/pdfReader.ts';

let plant: TestApp;
beforeAll(async () => {
  const dairy = await buildPlantApp();
  plant = dairy;
  await dairy.take({ lots: [{ product: 'MILK', lot: 'L1' }] });
  await dairy.take({ lots: [{ product: 'MILK', lot: 'L1', expires_on: '2026-09-01' }] });
  await codeOf(dairy.postAll([['shipment', 'MILK L1', 9, on(6)]], { as: asPerson(dairy.me, 'mara') }));
});
afterAll(() => plant[Symbol.asyncDispose]());

async function draw(question: Partial<AuditQuestion>): Promise<ReturnType<typeof readPdf>> {
  const drawn = await plant.ask('reports.draw', {
    report: 'audit',
    parameters: { question },
    format: 'pdf',
    zone: 'Europe/Berlin',
  });
  await plant.ask('reports.issue', { document: drawn.document });
  return readPdf(readFileSync(plant.app.spool.fetch(drawn.document, plant.me.id).path));
}

describe('the audit trail as a PDF', () => {
  it('has each entry and each change, and the refusal with its code', async () => {
    const pdf = await draw({});
    const text = pdf.pages.map(pageText).join('\n').replaceAll(' \n', ' ');
    expect(pdf.bookmarks.map((bookmark) => bookmark.replace(/^\d+ /, ''))).toEqual(['Entries', 'What they changed']);
    for (const part of ['Audit trail', 'INSUFFICIENT_QTY', 'mara', 'Import an export', 'MILK / L1', 'Expires'])
      expect(text).toContain(part);
  });

  it('has a line for each record, with every value of it', async () => {
    const text = (await draw({ record: 'L1' })).pages.map(pageText).join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('3 Lot MILK / L1 2 Expires: blank → 01 Sept 2026 2 Lot MILK / L1 1 Product: MILK; Lot: L1 ');
  });

  it('is empty in words where nothing fits', async () => {
    const pdf = await draw({ record: 'NOBODY' });
    expect(pdf.pages.map(pageText).join('\n')).toContain('No entry fits the filter.');
  });
});
