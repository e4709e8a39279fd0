import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openSource } from '#main/features/exchange/read/openSource.ts';
import { UploadStage, type UploadLimits } from '#main/features/exchange/uploads.ts';
import { buildFolder } from '../../support/exportFiles.ts';

const content = (text: string): Readable => Readable.from([Buffer.from(text)]);

async function buildStage(limits: Partial<UploadLimits> = {}) {
  const folder = await buildFolder({});
  const stage = new UploadStage({ newId: randomUUID, parent: folder.path, limits });
  const dispose = async (): Promise<void> => {
    await stage.close();
    await folder[Symbol.asyncDispose]();
  };
  return { stage, parent: folder.path, [Symbol.asyncDispose]: dispose };
}

describe('an upload', () => {
  it('keeps its files in a folder of this user alone, until it is dropped', async () => {
    await using held = await buildStage();
    const id = await held.stage.create();
    await held.stage.write(id, 'Movements.csv', content('at\n'));
    const [file] = held.stage.filesOf(id);
    expect(file?.name).toBe('Movements.csv');
    const path = file?.path ?? '';
    expect(await readFile(path, 'utf8')).toBe('at\n');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
    expect((await stat(dirname(dirname(path)))).mode & 0o777).toBe(0o700);
    await held.stage.drop(id);
    expect(existsSync(path)).toBe(false);
    expect(() => held.stage.filesOf(id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    await held.stage.drop(id);
  });

  it('has an id of its own, and knows no other', async () => {
    await using held = await buildStage();
    const ids = await Promise.all(Array.from({ length: 50 }, () => held.stage.create()));
    expect(new Set(ids).size).toBe(50);
    await expect(held.stage.write('../x', 'lots.csv', content('x'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    'notes.csv',
    '../lots.csv',
    'a/plant.xlsx',
    'a\\plant.xlsx',
    'plant.xls',
    'plant.xlsm',
    'lots.csv\u0000.xlsx',
    `${'x'.repeat(300)}.xlsx`,
    '',
  ])('refuses the name %s', async (name) => {
    await using held = await buildStage();
    const id = await held.stage.create();
    await expect(held.stage.write(id, name, content('x'))).rejects.toMatchObject({ code: 'FILE_TYPE' });
    expect(held.stage.filesOf(id)).toEqual([]);
  });

  it('stores a workbook under a name of its own', async () => {
    await using held = await buildStage();
    const id = await held.stage.create();
    await held.stage.write(id, 'CON.xlsx', content('x'));
    expect(held.stage.filesOf(id)).toMatchObject([
      { name: 'CON.xlsx', path: expect.stringMatching(/workbook\.xlsx$/) },
    ]);
  });

  it('takes a file once, and a workbook alone', async () => {
    await using held = await buildStage();
    const id = await held.stage.create();
    await held.stage.write(id, 'lots.csv', content('x'));
    await expect(held.stage.write(id, 'LOTS.csv', content('y'))).rejects.toMatchObject({ code: 'DUPLICATE' });
    await expect(held.stage.write(id, 'plant.xlsx', content('y'))).rejects.toMatchObject({ code: 'FILE_TYPE' });
    const other = await held.stage.create();
    await held.stage.write(other, 'plant.xlsx', content('x'));
    await expect(held.stage.write(other, 'lots.csv', content('y'))).rejects.toMatchObject({ code: 'FILE_TYPE' });
  });

  it('keeps nothing of a file that is too large or breaks off, and may try again', async () => {
    await using held = await buildStage({ csvBytes: 10, workbookBytes: 5 });
    const id = await held.stage.create();
    await expect(held.stage.write(id, 'plant.xlsx', content('123456'))).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    await expect(held.stage.write(id, 'lots.csv', content('12345678901'))).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    const broken = new Readable({
      read() {
        this.destroy(new Error('gone'));
      },
    });
    await expect(held.stage.write(id, 'lots.csv', broken)).rejects.toThrow('gone');
    expect(held.stage.filesOf(id)).toEqual([]);
    await held.stage.write(id, 'lots.csv', content('1234567890'));
    expect(held.stage.filesOf(id)).toHaveLength(1);
  });

  it('is gone after its time, and everything at the close', async () => {
    await using held = await buildStage({ keepMs: 50 });
    const id = await held.stage.create();
    await held.stage.write(id, 'lots.csv', content('x'));
    await expect.poll(() => readable(held.stage, id)).toBe(false);
    await held.stage.create();
    await held.stage.close();
    expect(await readdir(held.parent)).toEqual([]);
  });
});

function readable(stage: UploadStage, id: string): boolean {
  try {
    return stage.filesOf(id).length > 0;
  } catch {
    return false;
  }
}

describe('what a person chose on this computer', () => {
  const table = (head: string): string => `${head}\n`;
  const own = {
    'products.csv': table('code,name,category,unit,lot_tracking'),
    'lots.csv': table('product,lot'),
  };
  const taken = async (stage: UploadStage, paths: string[]) => {
    const id = await stage.takeChosen(paths);
    const { faults, findings } = stage.besideOf(id);
    return {
      files: stage.filesOf(id).map(({ name }) => name),
      faults: faults.map(({ file }) => file),
      findings: findings.map(({ file }) => file),
    };
  };

  it('is read by the rules of a folder: what is wrong or unread there is said', async () => {
    await using held = await buildStage();
    const { stage } = held;
    await using plain = await buildFolder({ ...own, 'notes.txt': 'ring the bell' });
    expect(await taken(stage, [plain.path])).toEqual({
      files: ['products.csv', 'lots.csv'],
      faults: [],
      findings: [],
    });
    await using mixed = await buildFolder({
      ...own,
      'movments.csv': 'x',
      'lots.csv.bak': own['lots.csv'],
      'partners.txt': 'x',
    });
    await mkdir(join(mixed.path, 'older'));
    await writeFile(join(mixed.path, 'older', 'movements.csv'), 'x');
    await symlink(join(plain.path, 'products.csv'), join(mixed.path, 'locations.csv'));
    expect(await taken(stage, [mixed.path])).toEqual({
      files: ['products.csv', 'lots.csv'],
      faults: ['locations.csv', 'movments.csv', 'partners.txt'],
      findings: ['lots.csv.bak', 'older'],
    });
    await using ambiguous = await buildFolder({ ...own, 'book.xlsx': 'PK' });
    await using book = await buildFolder({ 'book.xlsx': 'PK' });
    for (const folder of [ambiguous, book])
      await expect(stage.takeChosen([folder.path])).rejects.toMatchObject({
        code: 'FILE_TYPE',
        message: expect.stringMatching(/There is no export in .*: The folder holds .*workbook/),
      });
    expect(await taken(stage, [join(book.path, 'book.xlsx')])).toMatchObject({ files: ['book.xlsx'] });
  });

  it('is said in the import of its files', async () => {
    await using held = await buildStage();
    await using folder = await buildFolder({ ...own, 'movments.csv': 'x', 'lots.csv.bak': own['lots.csv'] });
    const id = await held.stage.takeChosen([folder.path]);
    const source = { kind: 'files', files: held.stage.filesOf(id), beside: held.stage.besideOf(id) } as const;
    const { faults, findings = [] } = await openSource(source);
    expect(faults.flatMap(({ kept }) => kept)).toMatchObject([{ file: 'movments.csv', code: 'VALIDATION' }]);
    expect(findings).toMatchObject([{ file: 'lots.csv.bak' }]);
  });

  it('is no pipe and no device, whose reading may never end', async () => {
    await using held = await buildStage();
    await using folder = await buildFolder(own);
    const pipe = join(folder.path, 'movements.csv');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/zero'])
      await expect(held.stage.takeChosen([path])).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    expect(await taken(held.stage, [folder.path])).toMatchObject({ faults: ['movements.csv'] });
    await expect(held.stage.takeChosen([join(folder.path, 'gone')])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
