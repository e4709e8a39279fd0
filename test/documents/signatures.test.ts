import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../support/pdfReader.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { setUpPeople, signature } from '../support/people.ts';
import { on } from '../support/plantTables.ts';
import { readWorkbook } from '../support/workbookReader.ts';

const lot = { product: 'OIL', lot: 'O1' };

/** A lot that was released, then rejected, by the quality manager. */
async function buildSigned(): Promise<TestApp> {
  const plant = await buildPlantApp();
  await plant.post('receipt', 'OIL O1', 30, on(2), { status: 'Q' });
  const { qualityManager } = await setUpPeople(plant);
  plant.me = qualityManager;
  const release = { ...lot, statusFrom: 'Q', statusTo: 'A', quantity: '30', reason: 'tested' };
  const given = { ...signature('qualityManager', 'released'), comment: 'COA 88' };
  await plant.ask('lots.changeStatus', { ...release, signature: given });
  const reject = { ...release, statusFrom: 'A', statusTo: 'R', reason: 'rancid' };
  await plant.ask('lots.changeStatus', { ...reject, signature: signature('qualityManager', 'rejected') });
  return plant;
}

async function draw(plant: TestApp, product: string, format: 'pdf' | 'xlsx'): Promise<Buffer> {
  const question = { roots: [{ ...lot, product }], direction: 'upstream' as const };
  const { document } = await plant.ask('reports.draw', {
    report: 'trace',
    parameters: { question },
    format,
    zone: 'Europe/Berlin',
    locale: 'en-GB',
  });
  await plant.ask('reports.issue', { document });
  return readFileSync(plant.app.spool.fetch(document, plant.me.id).path);
}

describe('the trace report of a lot', () => {
  it('carries the signatures on it: printed name, time, meaning, what was signed, and whether it still holds', async () => {
    await using plant = await buildSigned();
    const { sheets } = readWorkbook(await draw(plant, 'OIL', 'xlsx'));
    const [head = [], ...rows] = sheets.find(({ name }) => name === 'Signatures')?.rows ?? [];
    expect(head.map((cell) => cell?.value)).toEqual([
      'Product',
      'Lot or serial',
      'Signed by',
      'Meaning',
      'When (Europe/Berlin)',
      'What was signed',
      'State',
    ]);
    const said = rows.map((row) => row.map((cell) => cell?.value));
    expect(said.map((row) => row.filter((_value, column) => column !== 4))).toEqual([
      [
        'OIL',
        'O1',
        'Quentin Moreau',
        'Rejected',
        'Reject 30 kg of OIL lot O1 at STORE: status A becomes R. rancid',
        'Valid',
      ],
      [
        'OIL',
        'O1',
        'Quentin Moreau',
        'Released',
        'Release 30 kg of OIL lot O1 at STORE: status Q becomes A. tested Comment: COA 88',
        'Superseded',
      ],
    ]);
    // Noon in UTC is two o'clock in the zone the document names.
    expect(said.map((row) => Number(row[4]))).toEqual(said.map(() => expect.closeTo(46_174 + 14 / 24, 6)));
  });

  it('has the stored sentences to the letter, in whichever language each was read', async () => {
    await using plant = await buildSigned();
    const back = {
      ...lot,
      statusFrom: 'R',
      statusTo: 'Q',
      quantity: '30',
      reason: 'wird noch einmal geprüft; Öl ist nicht ranzig',
    };
    const { token } = await plant.ask('signing.prepare', {
      operation: 'lots.changeStatus',
      input: back,
      language: 'de',
    });
    await plant.ask('lots.changeStatus', { ...back, signature: signature('qualityManager', 'performed'), token });
    const stored = plant.rows<{ statement: string }>(
      "select statement from signature where operation = 'lots.changeStatus' order by id",
    );
    expect(stored.map(({ statement }) => statement.slice(0, 9))).toEqual(['Release 3', 'Reject 30', '30 kg von']);
    const { sheets } = readWorkbook(await draw(plant, 'OIL', 'xlsx'));
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => String(cell?.value))));
    const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');
    const { pages } = readPdf(await draw(plant, 'OIL', 'pdf'));
    const printed = withoutBlanks(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));
    for (const { statement } of stored) {
      // A comment of the signer's own stands behind the sentence, in a sentence of its own.
      expect(cells.some((cell) => cell === statement || cell.startsWith(`${statement} Comment: `))).toBe(true);
      expect(printed).toContain(withoutBlanks(statement));
    }
  });

  it('says the same as a PDF, and has no such part where nothing was signed', async () => {
    await using plant = await buildSigned();
    const { pages, bookmarks } = readPdf(await draw(plant, 'OIL', 'pdf'));
    const said = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
    expect(bookmarks).toContain('1 Signatures');
    for (const part of [
      'Quentin Moreau',
      'Released',
      'Rejected',
      'Superseded',
      'Valid',
      'Europe/Berlin',
      '14:00',
      'rancid',
    ])
      expect(said).toContain(part);
    await using unsigned = await buildPlantApp();
    await unsigned.post('receipt', 'OIL O1', 30, on(2));
    const { sheets } = readWorkbook(await draw(unsigned, 'OIL', 'xlsx'));
    expect(sheets.map(({ name }) => name)).not.toContain('Signatures');
  });
});
