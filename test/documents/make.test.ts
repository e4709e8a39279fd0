import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeDocument, saveDocument } from '#main/documents/make.ts';
import { toFileError } from '#main/documents/fileErrors.ts';
import { readPdf } from '../support/pdfReader.ts';
import { buildRecallReport, buildReport } from './sampleReports.ts';
import { readWorkbook } from '../support/workbookReader.ts';

const notStopped = (): { signal: AbortSignal } => ({ signal: new AbortController().signal });

async function buildFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'documents-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

describe('a document made beside the main thread', () => {
  test('comes as bytes with its digest, all rows in it', async () => {
    const model = buildRecallReport(2_500);
    const { bytes, size, sha256 } = await makeDocument(model, { format: 'excel' }, notStopped());
    expect(size).toBe(bytes.length);
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(readWorkbook(Buffer.from(bytes)).sheets[2]?.rows).toHaveLength(2_501);
  });

  test('is written whole under the name asked for, in the place of what stood there', async () => {
    await using folder = await buildFolder();
    const target = join(folder.path, 'recall.pdf');
    await writeFile(target, 'before');
    const saved = await saveDocument(buildRecallReport(20), { format: 'pdf', paper: 'letter' }, target, notStopped());
    const bytes = await readFile(target);
    expect(saved).toEqual({
      file: target,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(Math.round(readPdf(bytes).pages[0]?.width ?? 0)).toBe(612);
    expect(await readdir(folder.path)).toEqual(['recall.pdf']);
  });

  test('tells how far it is, in rows, and that it is being finished', async () => {
    const steps: [string, number, number][] = [];
    const progress = (...step: [string, number, number]) => steps.push(step);
    await makeDocument(buildRecallReport(250), { format: 'pdf' }, { ...notStopped(), progress });
    expect(steps).toEqual([
      ['draw', 0, 259],
      ['draw', 100, 259],
      ['draw', 200, 259],
      ['finish', 259, 259],
    ]);
  });

  test('can be stopped in the middle: nothing is left behind, and what stood there stays', async () => {
    await using folder = await buildFolder();
    const target = join(folder.path, 'recall.pdf');
    await writeFile(target, 'before');
    const stop = new AbortController();
    const saving = saveDocument(buildRecallReport(20_000), { format: 'pdf' }, target, {
      signal: stop.signal,
      progress: (_, done) => {
        if (done >= 200) stop.abort();
      },
    });
    await expect(saving).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await readdir(folder.path)).toEqual(['recall.pdf']);
    expect(await readFile(target, 'utf8')).toBe('before');
  });

  test('is not begun when it was stopped before', async () => {
    const job = { signal: AbortSignal.abort() };
    await expect(makeDocument(buildReport(), { format: 'pdf' }, job)).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  test('refuses a folder that is not there before it draws, and a name that is a folder', async () => {
    await using folder = await buildFolder();
    const lost = join(folder.path, 'gone', 'recall.pdf');
    const steps: number[] = [];
    const job = { ...notStopped(), progress: (_: string, done: number) => steps.push(done) };
    await expect(saveDocument(buildRecallReport(5), { format: 'pdf' }, lost, job)).rejects.toMatchObject({
      code: 'PATH_REFUSED',
      details: { file: lost, reason: 'ENOENT' },
    });
    expect(steps).toEqual([]);
    const taken = join(folder.path, 'taken');
    await mkdir(join(taken, 'inside'), { recursive: true });
    await expect(saveDocument(buildReport(), { format: 'excel' }, taken, notStopped())).rejects.toMatchObject({
      code: 'PATH_REFUSED',
    });
    expect(await readdir(folder.path)).toEqual(['taken']);
  });

  test('says that the disk is full by the code that stands for it', () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(toFileError(full, 'recall.pdf')).toMatchObject({ code: 'STORE_FULL', details: { file: 'recall.pdf' } });
    const other = new Error('else');
    expect(toFileError(other, 'recall.pdf')).toBe(other);
  });

  test('rejects a report that is wrong in itself with the reason', async () => {
    const wrong = buildReport({ zone: 'Europe/Nowhere' });
    await expect(makeDocument(wrong, { format: 'excel' }, notStopped())).rejects.toThrow('Europe/Nowhere');
  });

  test('answers other calls while the rows of a large report are handed over', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => [`LOT-${row}`, row]);
    const columns = [
      { key: 'lot', header: 'Lot', kind: 'code' as const },
      { key: 'row', header: 'Row', kind: 'integer' as const },
    ];
    const model = buildReport({ sections: [{ title: 'Lots', level: 1, table: { columns, rows } }] });
    let turns = 0;
    let isDone = false;
    const making = makeDocument(model, { format: 'excel' }, notStopped()).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    expect((await making).size).toBeGreaterThan(100_000);
    expect(turns).toBeGreaterThan(30);
  });
});
