import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { buildFolder, csvFiles } from '../support/exportFiles.ts';
import { on, row } from '../support/plantTables.ts';

const manyRows = 6000;
const many = csvFiles({
  movements: Array.from({ length: manyRows }, (_, index) =>
    row('receipt', `MILK N${index}`, 1, on(20), { id: `N-${index}` }),
  ),
});

/** Begins a preview, and answers once it is in the midst of the movements. */
async function beginPreview(plant: TestApp, path: string, job: string) {
  const { promise: isUnderWay, resolve } = Promise.withResolvers<void>();
  const deafen = plant.app.jobs.listen(({ id, phase, done }) => {
    if (id === job && phase === 'movements' && done > 0) resolve();
  });
  const preview = plant.ask('exchange.preview', { source: { kind: 'path', path }, job });
  await Promise.race([isUnderWay, preview]);
  deafen();
  return { preview };
}

describe('while an import is previewed', () => {
  it('goods are posted, and the preview answers as if they were not', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder(many);
    const quiet = await plant.ask('exchange.preview', { source: { kind: 'path', path: folder.path } });
    expect(quiet.result).toMatchObject({ movements: manyRows, alreadyPresent: 0 });
    const { preview } = await beginPreview(plant, folder.path, 'preview-beside');
    const ends: string[] = [];
    const previewed = preview.finally(() => ends.push('preview'));
    // The first of the export's goods too: the preview would find them there.
    await plant.postAll([
      ['receipt', 'MILK L1', 5, on(5)],
      ['receipt', 'MILK N5999', 5, on(21)],
    ]);
    ends.push('posting');
    await plant.take({ movements: [row('receipt', 'MILK N5998', 1, on(20), { id: 'N-5998' })] });
    expect(await previewed).toEqual(quiet);
    expect(ends).toEqual(['posting', 'preview']);
    const after = await plant.ask('exchange.preview', { source: { kind: 'path', path: folder.path } });
    expect(after.result).toMatchObject({ movements: manyRows - 1, alreadyPresent: 1 });
    expect(await plant.stock()).toEqual([
      'MILK L1 @ STORE A = 5',
      'MILK N5998 @ STORE A = 1',
      'MILK N5999 @ STORE A = 5',
    ]);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('can be cancelled, and the next one answers', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder(many);
    const { preview } = await beginPreview(plant, folder.path, 'preview-cut');
    const refused = codeOf(preview);
    expect((await plant.ask('jobs.cancel', { id: 'preview-cut' })).asked).toBe(true);
    expect(await refused).toBe('CANCELLED');
    const few = csvFiles({ movements: [row('receipt', 'MILK L2', 1, on(20))] });
    await using other = await buildFolder(few);
    const { result } = await plant.ask('exchange.preview', { source: { kind: 'path', path: other.path } });
    expect(result).toMatchObject({ movements: 1 });
  });

  it('two of them at once answer the same, each of its own copy', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder(csvFiles({ movements: [row('receipt', 'MILK L2', 1, on(20))] }));
    const ask = () => plant.ask('exchange.preview', { source: { kind: 'path', path: folder.path } });
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).toEqual(other);
    expect(await plant.stock()).toEqual([]);
  });
});
