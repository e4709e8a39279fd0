import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditQuestion } from '#shared/audit/contract.ts';
import { readAuditExtract } from '#main/features/audit/auditExtract.queries.ts';
import { auditReport } from '#main/features/reports/auditReport.ts';
import { asPerson, buildPlantApp, codeOf } from '../support/app.ts';
import { on } from '../support/plantTables.ts';
import { readWorkbook } from '../support/workbookReader.ts';

type Plant = Awaited<ReturnType<typeof buildPlantApp>>;
let plant: Plant;

beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take({ lots: [{ product: 'MILK', lot: 'L1' }] });
  await plant.take({ lots: [{ product: 'MILK', lot: 'L1', expires_on: '2026-09-01' }] });
  await codeOf(plant.postAll([['shipment', 'MILK L1', 9, on(6)]], { as: asPerson(plant.me, 'mara') }));
});
afterAll(() => plant[Symbol.asyncDispose]());

async function draw(question: Partial<AuditQuestion>, more: object = {}): Promise<Buffer> {
  const asked = { report: 'audit', parameters: { question }, format: 'xlsx' as const, zone: 'Europe/Berlin', ...more };
  const drawn = await plant.ask('reports.draw', asked);
  await plant.ask('reports.issue', { document: drawn.document });
  return readFileSync(plant.app.spool.fetch(drawn.document, plant.me.id).path);
}
type Sheet = ReturnType<typeof readWorkbook>['sheets'][number];
const cellsOf = (sheet: Sheet | undefined): string[][] =>
  (sheet?.rows ?? []).map((row) => row.map((cell) => cell?.value ?? ''));

describe('the audit trail as a workbook', () => {
  it('has the entries of the list under the same filter, in its order, as real numbers and dates', async () => {
    const question = { record: 'L1' };
    const listed = await plant.ask('audit.list', question);
    const { sheets } = readWorkbook(await draw(question));
    expect(sheets.map(({ name }) => name)).toEqual(['Report', 'Entries', 'What they changed']);
    const [head, ...rows] = cellsOf(sheets[1]);
    expect(head).toEqual([
      'Entry',
      'When (Europe/Berlin)',
      'Person',
      'Operation',
      'Outcome',
      'Code',
      'Summary',
      'Signed by',
      'Source',
    ]);
    expect(rows.map(([seq]) => Number(seq))).toEqual(listed.rows.map(({ seq }) => seq));
    expect(rows.map((row) => row[6])).toEqual(['1 lot', '1 lot']);
    expect(sheets[1]?.rows[1]?.slice(0, 2).map((cell) => cell?.type)).toEqual(['n', 'n']);
  });

  it('says what they changed as old → new in words, of the record that is asked about alone', async () => {
    const { sheets } = readWorkbook(await draw({ record: 'L1' }));
    const [, newest] = cellsOf(sheets[2]);
    expect(newest).toEqual(['3', 'Lot', 'MILK / L1', '2', 'Expires', 'blank', '01 Sept 2026']);
    const everything = readWorkbook(await draw({}, { language: 'de', locale: 'de-DE' })).sheets[2];
    const milk = cellsOf(everything).filter((row) => row[2] === 'MILK');
    expect(milk).toContainEqual(['1', 'Artikel', 'MILK', '1', 'Chargenführung', 'leer', 'Chargen Pflicht']);
  });

  it('is a file named by the record it is about, so that two of a day are told apart', async () => {
    const nameOf = async (record: string): Promise<string> => {
      const parameters = { question: { record }, appendix: false };
      return (await plant.ask('reports.draw', { report: 'audit', parameters, format: 'pdf' })).name;
    };
    expect(await nameOf('MILK')).toMatch(/^Audit trail MILK \d{4}-\d{2}-\d{2}\.pdf$/);
    expect(await nameOf('')).toMatch(/^Audit trail \d{4}-\d{2}-\d{2}\.pdf$/);
  });

  it('says on its first sheet who asked for what, and the head of the chain', async () => {
    const from = '2026-06-01T00:00:00+02:00';
    const { rows } = await plant.ask('audit.list', { limit: 1 });
    const bytes = await draw({ person: 'mara', outcome: 'refused', operation: 'movements', from });
    const first = JSON.stringify(cellsOf(readWorkbook(bytes).sheets[0]));
    for (const text of [
      'mara',
      'Refused',
      'Movements',
      '01 Jun 2026, 00:00:00 +02:00',
      rows[0]?.person ?? '?',
      rows[0]?.hash ?? '?',
    ])
      expect(first).toContain(text);
  });
});

const everything: AuditQuestion = { operation: '', person: '', outcome: '', from: '', until: '', record: '' };

describe('the trail of a store with a long import', () => {
  const lots = Array.from({ length: 30 }, (_, index) => ({ product: 'OIL', lot: `O-${index + 1}` }));
  let oil: Plant;
  let imported = 0;
  beforeAll(async () => {
    oil = await buildPlantApp();
    await oil.take({ lots });
    imported = oil.app.store.head().seq;
    await oil.take({ lots: [{ product: 'OIL', lot: 'O-7', expires_on: '2026-09-01' }] });
  });
  afterAll(() => oil[Symbol.asyncDispose]());

  async function sheetsOf(appendix: boolean, question: Partial<AuditQuestion> = {}) {
    const input = { report: 'audit', parameters: { question, appendix }, format: 'xlsx' as const };
    const drawn = await oil.ask('reports.draw', input);
    await oil.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(oil.app.spool.fetch(drawn.document, oil.me.id).path));
    return sheets.map((sheet) => ({ name: sheet.name, rows: cellsOf(sheet).slice(1) }));
  }

  it('counts what the import wrote, names the first, and says how to have it whole', async () => {
    const [first, , changes, long, ...more] = await sheetsOf(false);
    expect(more).toEqual([]);
    expect(long?.rows.filter((row) => row.join('') !== '')).toContainEqual([
      String(imported),
      'Lot',
      '30',
      'OIL / O-1, OIL / O-2, OIL / O-3, …',
    ]);
    expect(changes?.rows.filter(([seq]) => seq === String(imported))).toEqual([]);
    expect(changes?.rows).toContainEqual([
      String(imported + 1),
      'Lot',
      'OIL / O-7',
      '2',
      'Expires',
      'blank',
      '01 Sept 2026',
    ]);
    const said = JSON.stringify([first, long]);
    expect(said).toContain('30 records in all');
    expect(said).toContain('make this document with the appendix');
  });

  it('has every value of it on a sheet of its own when that is asked for', async () => {
    const sheets = await sheetsOf(true);
    const appendix = sheets[4]?.rows.filter(([seq]) => seq === String(imported)) ?? [];
    expect(new Set(appendix.map((row) => row[2])).size).toBe(lots.length);
    expect(appendix).toContainEqual([String(imported), 'Lot', 'OIL / O-30', '1', 'Lot', 'blank', 'O-30']);
    expect(JSON.stringify(sheets)).toContain('Every value stands in the appendix');
  });

  it('lists one record of it in full where the filter names that record', async () => {
    const sheets = await sheetsOf(false, { record: 'O-9' });
    expect(sheets.length).toBe(3);
    expect(sheets[2]?.rows).toContainEqual([String(imported), 'Lot', 'OIL / O-9', '1', 'Lot', 'blank', 'O-9']);
  });

  it('says where the appendix is cut, and counts all the same', async () => {
    const asked = { question: { ...everything, record: '' }, most: 12, appendix: true, step: async () => {} };
    const extract = await readAuditExtract(oil.app.store.reader().db, asked);
    expect(extract.changes.length + extract.appendix.length).toBeLessThanOrEqual(12);
    expect([extract.appendixCut, extract.long[0]?.kinds[0]?.records]).toEqual([true, lots.length]);
  });
});

describe('a long audit trail', () => {
  const imports: AuditQuestion = { ...everything, operation: 'exchange' };
  const frame = {
    locations: new Map(),
    products: new Map(),
    partners: new Map(),
    language: 'en',
    locale: 'en-GB',
    zone: 'UTC',
    made: { by: 'me', at: '2026-06-01T12:00:00Z', site: 'MAIN' },
    head: { seq: 4, hash: '00' },
    demo: false,
  };
  const read = (most: number, step = async (): Promise<void> => {}) =>
    readAuditExtract(plant.app.store.reader().db, { question: imports, most, appendix: false, step });

  it('is cut after the newest rows, and the document says so', async () => {
    const extract = await read(2);
    expect([extract.entries.length, extract.changes.length, extract.changesCut]).toEqual([2, 2, true]);
    expect(extract.entries[0]?.seq).toBeGreaterThan(extract.entries[1]?.seq ?? 0);
    const { sections, figures } = auditReport({ extract, question: imports, format: 'pdf', appendix: false, frame });
    expect(sections.map(({ sentence }) => sentence)).toEqual([
      `The newest 2 of ${extract.total} rows. Narrow the filter, or take the workbook, to have the others.`,
      'The changes of the newest entries only, 2 rows. Narrow the filter to have the others.',
    ]);
    expect(figures[0]).toMatchObject({ label: 'Entries', values: [extract.total] });
  });

  it('is whole up to the limit, and says nothing of one', async () => {
    const whole = await read(100_000);
    expect(whole.entries.length).toBe(whole.total);
    expect(whole.changesCut).toBe(false);
    const exact = await read(Math.max(whole.changes.length, whole.total));
    expect(exact).toEqual(whole);
    const { sections } = auditReport({ extract: whole, question: imports, format: 'xlsx', appendix: false, frame });
    expect(sections.map(({ sentence }) => sentence)).toEqual([undefined, undefined]);
  });

  it('ends when it is told to', async () => {
    const step = (): Promise<void> => Promise.reject(new Error('enough'));
    await expect(read(100, step)).rejects.toThrow('enough');
  });
});
