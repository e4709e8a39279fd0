import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSource } from '#main/features/exchange/read/openSource.ts';
import { buildFolder, csvFiles, zipOf } from '../../support/exportFiles.ts';

describe('what lies beside the files of an export', () => {
  const good = csvFiles({ lots: [{ product: 'RYE', lot: 'L-1' }], products: [] });
  const look = async (files: Record<string, string | Buffer>) => {
    await using folder = await buildFolder(files);
    return found(await openSource({ kind: 'path', path: folder.path }));
  };
  const found = ({ faults, findings = [] }: Awaited<ReturnType<typeof openSource>>) => ({
    faults: faults.flatMap((list) => list.kept),
    findings,
  });
  const header = 'code\tname\tunit\n';

  it.each<[string, string, string | Buffer]>([
    ['lots.txt', 'lots', 'x'],
    ['LOTS.TSV', 'lots', 'x'],
    ['lots.csv.bak', 'lots', 'x'],
    ['lots.csv~', 'lots', 'x'],
    ['Lot (2).txt', 'lots', 'x'],
    ['copy of lots 2026-03.dat', 'lots', 'x'],
    ['lots', 'lots', 'x'],
    ['products.json', 'products', 'x'],
    ['lots.csv.gz', 'lots', 'x'],
    ['extract.txt', 'products', header],
    ['extract.prn', 'products', `Stock of March\n${header}`],
    ['unicode.txt', 'products', Buffer.from(`\ufeff${header}`, 'utf16le')],
    ['dump', 'products', '"code";"name";"unit";"colour"\r\n'],
    ['~products.csv', 'products', 'code,name,unit\nRYE,Rye,kg\n'],
    ['._products.csv', 'products', 'code,name,unit\n'],
    ['.products.csv.k3Xa', 'products', '\ufeffname,unit,code\n'],
    ['~tmp8841', 'lots', 'product;lot\n'],
  ])('as %s looks like %s, and is told', async (name, table, content) => {
    const { faults, findings } = await look({ ...good, [name]: content });
    expect(faults).toEqual([]);
    expect(findings).toEqual([
      {
        file: name,
        row: 1,
        column: '',
        code: 'VALIDATION',
        message: `This looks like the ${table} of an export and was not read: only ${table}.csv was. If it belongs to the export, put its rows there; otherwise move it out of the folder.`,
      },
    ]);
  });

  it('is a fault where the file it should be is not there', async () => {
    for (const [name, content] of [
      ['movements.tsv', 'x'],
      ['partners.csv.old', 'x'],
      ['shops.txt', 'code;name;kind\n'],
    ] as const) {
      const { faults, findings } = await look({ ...good, [name]: content });
      expect(faults).toMatchObject([
        { file: name, row: 1, code: 'FILE_TYPE', message: expect.stringContaining('save it under that name') },
      ]);
      expect(findings).toEqual([]);
    }
    expect((await look({ 'lots.txt': 'x' })).faults).toMatchObject([{ file: 'lots.txt' }]);
    expect((await look({ 'plant.xls': 'x' })).faults).toMatchObject([
      { file: 'plant.xls', message: expect.stringContaining('(.xlsx)') },
    ]);
  });

  it.each(['plant.xls', 'Plant.XLSM', 'plant.xlsb', 'plant.ods', 'plant.xlsx.bak'])(
    'is told where it is a workbook such as %s',
    async (name) => {
      const { faults, findings } = await look({ ...good, [name]: 'x' });
      expect(faults).toEqual([]);
      expect(findings).toMatchObject([{ file: name, message: expect.stringContaining('was not read') }]);
    },
  );

  it('is told where it is an archive of an export, by what lies in it or by its name', async () => {
    const exported = zipOf([
      { name: 'read me.txt', content: 'x' },
      { name: 'out/Lots.csv', content: 'x' },
    ]);
    for (const [name, content] of [
      ['march.zip', exported],
      ['export-2026.zip', 'cut short'],
      ['Export 03.7z', 'x'],
    ] as const) {
      const beside = await look({ ...good, [name]: content });
      expect(beside.faults).toEqual([]);
      expect(beside.findings).toMatchObject([{ file: name, message: expect.stringContaining('archive was not read') }]);
      const alone = await look({ [name]: content });
      expect(alone.faults).toMatchObject([{ file: name, message: expect.stringContaining('unpack it') }]);
    }
    const photos = zipOf([{ name: 'photos/export.jpg', content: 'x' }]);
    expect(await look({ ...good, 'photos.zip': photos, 'labels.rar': 'x' })).toEqual({ faults: [], findings: [] });
  });

  it('is told by the folder it lies in, whichever files of an export those are', async () => {
    await using folder = await buildFolder(good);
    const put = async (name: string): Promise<void> => {
      const path = join(folder.path, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, 'x');
    };
    for (const name of ['part 2/lots.csv', 'part 2/b/Movements.TXT', 'part 2/plant.xlsx', 'labels/lot.png'])
      await put(name);
    for (const name of ['.git/lots.csv', '__MACOSX/lots.csv', 'a/b/c/d/lots.csv']) await put(name);
    const { faults, findings } = found(await openSource({ kind: 'path', path: folder.path }));
    expect(faults).toEqual([]);
    expect(findings.map(({ message }) => message.split(',').slice(0, 3).join())).toEqual([
      'This folder holds b/Movements.TXT, lots.csv, plant.xlsx',
    ]);
    await rm(join(folder.path, 'lots.csv'));
    await rm(join(folder.path, 'products.csv'));
    expect(found(await openSource({ kind: 'path', path: folder.path })).faults).toMatchObject([
      { file: 'part 2', message: expect.stringContaining('Name the folder in which the files lie') },
    ]);
  });

  it('is left alone where it is nothing of an export', async () => {
    const none = [
      '._lots.csv',
      '.~lots.csv',
      '.DS_Store',
      '~$lots.xlsx',
      '.~lock.lots.csv#',
      'Thumbs.db',
      'desktop.ini',
      'README.md',
      'log',
    ];
    const notes = {
      'notes.txt': 'The lots of March, exported by night.\nproduct, lot: see there\n',
      'lots.pdf': '%PDF',
      'lots.md': '# Lots',
      'lots-readme.txt': 'About the lots',
      'check-lots.sql': 'select 1',
    };
    const all = { ...good, ...notes, ...Object.fromEntries(none.map((name) => [name, 'x'])) };
    const { faults, findings } = await look(all);
    expect([faults, findings]).toEqual([[], []]);
  });
});
