import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { setUpPeople } from '../support/people.ts';
import { on } from '../support/plantTables.ts';
import { readWorkbook } from '../support/workbookReader.ts';

const pdf = (text = 'Analysis of L1'): Buffer => Buffer.from(`%PDF-1.7\n${text}\ntrailer\n%%EOF\n`);
const png = Buffer.from('\x89PNG\r\n\x1a\n....IEND....', 'latin1');
const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const lot = { product: 'MILK', lot: 'L1' };
type Added = Partial<Inputs['attachments']['add']>;

async function handOver(plant: TestApp, content: Buffer, name: string): Promise<string> {
  const upload = await plant.app.uploads.create('attachment');
  await plant.app.uploads.write(upload, name, Readable.from([content]));
  return upload;
}

async function attach(plant: TestApp, content: Buffer, name = 'coa.pdf', more: Added = {}) {
  const upload = await handOver(plant, content, name);
  return await plant.ask('attachments.add', { ...lot, kind: 'analysis', upload, ...more });
}

async function buildPlant(): Promise<TestApp> {
  const plant = await buildPlantApp();
  await plant.post('receipt', 'MILK L1', 10, on(5));
  return plant;
}

const folderOf = (plant: TestApp): string => `${plant.file}-files`;
const contentAt = (plant: TestApp, sha256: string): string => join(folderOf(plant), sha256);

describe('a file that is attached', () => {
  it('lies beside the store under its digest, and its lot has it with what its certificate says', async () => {
    await using plant = await buildPlant();
    const more = { certificate: 'CoA 4711', issuedOn: '2026-01-03', issuer: 'Dairy Lab' };
    const { number, sha256, size } = await attach(plant, pdf(), 'coa.pdf', more);
    expect([number, sha256, size]).toEqual(['F-1', digestOf(pdf()), pdf().length]);
    expect(readdirSync(folderOf(plant))).toEqual([sha256]);
    expect(readFileSync(contentAt(plant, sha256))).toEqual(pdf());
    const { files, certificates } = await plant.ask('attachments.ofOwner', lot);
    expect(certificates).toBe(1);
    expect(files).toMatchObject([
      { number: 'F-1', state: 'holds', belongsTo: 'lot', ...more, label: 'coa.pdf', type: 'pdf', sha256 },
    ]);
    const { rows } = await plant.ask('attachments.list', { certificate: '4711' });
    expect(rows.map((row) => row.number)).toEqual(['F-1']);
    expect(plant.verify().ok).toBe(true);
  });

  it('stands in the document of its lot, with its kind, its name and its digest', async () => {
    await using plant = await buildPlant();
    const { sha256 } = await attach(plant, pdf(), 'coa.pdf', { certificate: 'CoA 4711' });
    await attach(plant, pdf('p'), 'sds.pdf', { lot: '', kind: 'safetyData' });
    const question = { roots: [lot], direction: 'upstream' };
    const drawn = await plant.ask('reports.draw', { report: 'trace', parameters: { question }, format: 'xlsx' });
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(plant.app.spool.fetch(drawn.document, plant.me.id).path));
    const [, ...files] = sheets.find(({ name }) => name === 'Certificates and files')?.rows ?? [];
    expect(files.map((row) => row.map((cell) => cell?.value))).toEqual([
      ['F-1', 'MILK', 'L1', 'Certificate of analysis', 'coa.pdf', 'CoA 4711', undefined, 'Holds', sha256],
    ]);
  });

  it('is handed out as a copy, with the ending of what it is', async () => {
    await using plant = await buildPlant();
    await attach(plant, png, 'label.pdf', { kind: 'photo' });
    const { document, name, sha256 } = await plant.ask('attachments.fetch', { number: 'F-1' });
    expect([name, sha256]).toEqual(['label.pdf.png', digestOf(png)]);
    const kept = plant.app.spool.fetch(document, plant.me.id);
    expect(readFileSync(kept.path)).toEqual(png);
  });

  it('belongs to a lot, a serial, a product or a partner, which there must be', async () => {
    await using plant = await buildPlant();
    await attach(plant, pdf('p'), 'sds.pdf', { lot: '', kind: 'safetyData' });
    await attach(plant, pdf('s'), 'iso.pdf', { product: '', lot: '', partner: 'S1', kind: 'conformity' });
    const ofPartner = await plant.ask('attachments.ofOwner', { partner: 'S1' });
    expect(ofPartner.files.map(({ belongsTo, partner }) => [belongsTo, partner])).toEqual([['partner', 'S1']]);
    expect((await plant.ask('attachments.ofOwner', { product: 'MILK' })).total).toBe(1);
    const refusals: [Added, string, unknown][] = [
      [{ lot: 'L9' }, 'NOT_FOUND', 'lot'],
      [{ serial: 'N9' }, 'NOT_FOUND', 'serial'],
      [{ product: 'NONE' }, 'NOT_FOUND', 'product'],
      [{ product: '', lot: '', partner: 'S9' }, 'NOT_FOUND', 'partner'],
      [{ partner: 'S1' }, 'VALIDATION', undefined],
      [{ product: '', lot: '' }, 'VALIDATION', undefined],
    ];
    for (const [more, code, field] of refusals) {
      const refusal = await refusalOf(attach(plant, pdf('other'), 'x.pdf', more));
      expect([refusal.code, refusal.details['field']]).toEqual([code, field]);
    }
    // What was refused left nothing behind.
    expect(readdirSync(folderOf(plant))).toHaveLength(2);
  });

  it('of a lot is on the page of its serials, and those of its serials on that of the lot', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #M1', 1, on(5));
    const { rows } = await plant.ask('serials.list', {});
    const [serial] = rows;
    if (serial === undefined) throw new Error('no serial');
    const unit = { product: serial.product, lot: serial.lot, serial: serial.serial };
    await attach(plant, pdf(), 'unit.pdf', unit);
    expect((await plant.ask('attachments.ofOwner', unit)).files.map(({ belongsTo }) => belongsTo)).toEqual(['serial']);
  });

  it('is there once, however it is called, and on another lot too', async () => {
    await using plant = await buildPlant();
    await plant.post('receipt', 'MILK L2', 10, on(5));
    await attach(plant, pdf());
    const again = await refusalOf(attach(plant, pdf(), 'other name.pdf'));
    expect([again.code, again.details['number']]).toEqual(['DUPLICATE', 'F-1']);
    await attach(plant, pdf(), 'coa.pdf', { lot: 'L2' });
    expect(readdirSync(folderOf(plant))).toHaveLength(1);
  });

  it('is withdrawn with a reason, counts no more, and stays', async () => {
    await using plant = await buildPlant();
    const { sha256 } = await attach(plant, pdf());
    await plant.ask('attachments.withdraw', { number: 'F-1', reason: 'of another lot' });
    const { files, certificates, holding } = await plant.ask('attachments.ofOwner', lot);
    expect([certificates, holding]).toEqual([0, 0]);
    expect(files).toMatchObject([{ state: 'withdrawn', withdrawReason: 'of another lot' }]);
    expect(existsSync(contentAt(plant, sha256))).toBe(true);
    expect((await refusalOf(plant.ask('attachments.withdraw', { number: 'F-1', reason: 'again' }))).code).toBe(
      'CONFLICT',
    );
    expect((await attach(plant, pdf())).number).toBe('F-2');
    expect(plant.verify().ok).toBe(true);
  });

  it('is attached by whom that is for alone', async () => {
    await using plant = await buildPlant();
    const as = await setUpPeople(plant);
    const upload = await handOver(plant, pdf(), 'coa.pdf');
    const input = { ...lot, kind: 'analysis' as const, upload };
    expect((await refusalOf(plant.ask('attachments.add', input, { as: as.viewer }))).code).toBe('FORBIDDEN');
    await plant.ask('attachments.add', input, { as: as.inspector });
    const withdraw = plant.ask('attachments.withdraw', { number: 'F-1', reason: 'mine' }, { as: as.inspector });
    expect((await refusalOf(withdraw)).code).toBe('FORBIDDEN');
  });
});

describe('a file that cannot be attached', () => {
  const cases: [what: string, content: Buffer, name: string, code: string][] = [
    ['an empty one', Buffer.alloc(0), 'coa.pdf', 'FILE_DAMAGED'],
    ['one that was cut short', Buffer.from('%PDF-1.7\nhalf'), 'coa.pdf', 'FILE_DAMAGED'],
    ['a program under the name of a PDF', Buffer.from('MZ\x90\0\x03\0'), 'coa.pdf', 'FILE_TYPE'],
    ['a page', Buffer.from('<html><script>1</script></html>'), 'coa.txt', 'FILE_TYPE'],
    ['a drawing that may hold a script', Buffer.from('<svg onload="1"/>'), 'coa.csv', 'FILE_TYPE'],
    ['a script of text', Buffer.from('del *.*'), 'run.bat', 'FILE_TYPE'],
    ['an archive', Buffer.from('PK\x03\x04 evil.exe'), 'coa.xlsx', 'FILE_TYPE'],
    [
      'a workbook with macros',
      Buffer.from('PK[Content_Types].xml xl/workbook.xml xl/vbaProject.bin'),
      'a.xlsx',
      'FILE_SUSPICIOUS',
    ],
    ['a PDF with a script', pdf('/OpenAction << /JavaScript (app.alert) >>'), 'coa.pdf', 'FILE_SUSPICIOUS'],
  ];
  it.each(cases)('is %s', async (_what, content, name, code) => {
    await using plant = await buildPlant();
    expect((await refusalOf(attach(plant, content, name))).code).toBe(code);
    expect(existsSync(folderOf(plant))).toBe(false);
    expect((await plant.ask('attachments.list', {})).total).toBe(0);
  });

  it('is one of more than 25 MB', async () => {
    await using plant = await buildPlant();
    const upload = await plant.app.uploads.create('attachment');
    const parts = Readable.from(Array.from({ length: 26 }, () => Buffer.alloc(1024 ** 2, 'a')));
    expect((await refusalOf(plant.app.uploads.write(upload, 'big.txt', parts))).code).toBe('FILE_TOO_LARGE');
    const add = plant.ask('attachments.add', { ...lot, kind: 'other', upload });
    expect((await refusalOf(add)).code).toBe('NOT_FOUND');
  });

  it('has a name that is only a label: no part of a path, nothing unseen', async () => {
    await using plant = await buildPlant();
    const names = ['..\\..\\evil.pdf', '/etc/passwd', 'a\u202egpj.pdf', `${'n'.repeat(300)}.pdf`, '\u0007'];
    for (const [index, name] of names.entries()) await attach(plant, pdf(String(index)), name);
    const { files } = await plant.ask('attachments.ofOwner', lot);
    const labels = files.map(({ label }) => label).toReversed();
    expect(labels).toEqual(['evil.pdf', 'passwd', 'agpj.pdf', `${'n'.repeat(116)}.pdf`, '–']);
    for (const name of readdirSync(folderOf(plant))) expect(name).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('what lies beside the store', () => {
  it('is verified: a changed and a missing file are findings of their own, and nobody is kept from working', async () => {
    await using plant = await buildPlant();
    const first = await attach(plant, pdf('one'));
    const second = await attach(plant, pdf('two'));
    writeFileSync(contentAt(plant, first.sha256), pdf('forged'));
    rmSync(contentAt(plant, second.sha256));
    const { ok, problems } = await plant.ask('audit.verify', {});
    expect(ok).toBe(false);
    expect(problems.map(({ code, where }) => [code, where])).toEqual([
      ['FILE_CHANGED', 'attached_file F-1'],
      ['FILE_MISSING', 'attached_file F-2'],
    ]);
    expect(problems[0]?.message).toContain('F-1 (coa.pdf)');
    for (const number of ['F-1', 'F-2'])
      expect((await refusalOf(plant.ask('attachments.fetch', { number }))).code).toBe('FILE_DAMAGED');
    await plant.post('receipt', 'MILK L1', 1, on(6));
    // Attached once more, to something else, the content is whole again for both.
    await attach(plant, pdf('one'), 'coa.pdf', { lot: '' });
    expect(plant.verify().problems.map(({ code }) => code)).toEqual(['FILE_MISSING']);
  });

  it('goes along in a backup, and lies beside the store that is restored of it elsewhere', async () => {
    await using plant = await buildPlant();
    const { sha256 } = await attach(plant, pdf());
    const path = join(plant.folder, 'all.backup');
    expect((await plant.ask('backups.make', { path })).missingFiles).toBe(0);
    expect((await plant.ask('backups.drill', { path })).problem).toBe('');
    const carried = (): unknown[] => plant.rows('select sha256 from carried_file');
    await plant.reopen('read', () => {
      rmSync(folderOf(plant), { recursive: true });
      copyFileSync(path, plant.file);
    });
    // Only looked at, it has its contents within itself.
    expect([carried().length, plant.verify().ok]).toEqual([1, true]);
    expect((await plant.ask('attachments.fetch', { number: 'F-1' })).sha256).toBe(sha256);
    await plant.reopen();
    expect(readFileSync(contentAt(plant, sha256))).toEqual(pdf());
    expect([carried().length, plant.verify().ok]).toEqual([0, true]);
    expect((await plant.ask('attachments.fetch', { number: 'F-1' })).sha256).toBe(sha256);
  });

  it('is made a backup of without what is missing, which is said', async () => {
    await using plant = await buildPlant();
    const { sha256 } = await attach(plant, pdf('lost'));
    await attach(plant, pdf('kept'));
    rmSync(contentAt(plant, sha256));
    const path = join(plant.folder, 'part.backup');
    expect((await plant.ask('backups.make', { path })).missingFiles).toBe(1);
    const { ok, problem } = await plant.ask('backups.drill', { path });
    expect([ok, problem]).toEqual([false, 'It holds, but 1 of the attached files is missing in it.']);
  });
});

describe('lots without a certificate', () => {
  it('are those that came in and have none that holds', async () => {
    await using plant = await buildPlant();
    await plant.post('receipt', 'MILK L2', 10, on(6));
    await plant.post('receipt', 'MILK L3', 10, on(7));
    await attach(plant, pdf('1'));
    await attach(plant, pdf('2'), 'photo.pdf', { lot: 'L2', kind: 'photo' });
    await attach(plant, pdf('3'), 'coa.pdf', { lot: 'L3' });
    await plant.ask('attachments.withdraw', { number: 'F-3', reason: 'wrong lot' });
    const preview = await plant.ask('reports.preview', {
      report: 'withoutCertificate',
      parameters: { from: on(1).slice(0, 10), until: on(28).slice(0, 10) },
    });
    const said = JSON.stringify(preview);
    expect([said.includes('L1'), said.includes('L2'), said.includes('L3')]).toEqual([false, true, true]);
  });
});
