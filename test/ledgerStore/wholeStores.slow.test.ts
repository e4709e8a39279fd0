import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOf } from '../support/counts.ts';
import { generatePlant } from '../support/generatePlant.ts';
import { digestOfImports, everySeventhIssue, inSecondHalf, splitExport } from '../support/importedStore.ts';

/**
 * What stores come to, row by row and digest by digest. The answers were made by the ledger that asked the store row by
 * row (the last one is of commit 12bd517), with `digestOfImports` over the same exports; those of the demo plants anew
 * since three lots of food have other days of manufacture and three lots other days of retest: with their former days
 * alone they are the former ones. A ledger that decides otherwise about any row, its number, its order or its digest
 * gives another answer.
 */
const lots = countOf('LOTLINE_LEDGER_LOTS');
const generated = `${lots} lots`;
const folder = mkdtempSync(join(tmpdir(), 'lotline-ledger-'));
const demo = (plant: string): string => join(import.meta.dirname, '../../resources/demo', plant);
const sources: Record<string, string> = {
  food: demo('food'),
  device: demo('device'),
  [generated]: join(folder, 'plant'),
};

const answers: Record<string, { whole: string; halves: string; late: string }> = {
  food: { whole: '19e357494675c3ff', halves: 'fcb66a6eb2dc38d4', late: '6ceea37dbd590da3' },
  device: { whole: '9b65792c59a19c72', halves: '00cdd594fff295e6', late: '1f38e1427d563c5e' },
  '1000 lots': { whole: 'df7c78095d3d85b1', halves: 'fc01789ca83eb928', late: '229c1dc11d345cc9' },
  '34000 lots': { whole: '0d0ba20e244d59ba', halves: 'f73e75c2f0b4829e', late: '48e5852494af992e' },
};

beforeAll(async () => {
  await generatePlant(join(folder, 'plant'), lots, 1);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `whole stores: ${Object.keys(sources).join(', ')}; whole, in halves and late, in batches of 7, 200 and 4000`,
  );
});

describe.each(Object.entries(sources))('an import of %s leaves the store that it always left', (name, source) => {
  const known = answers[name];

  it('whole, in batches of any size', { timeout: 600_000 }, async () => {
    const digest = await digestOfImports([source], 4000);
    if (known !== undefined) expect(digest).toBe(known.whole);
    expect(await digestOfImports([source], 7)).toBe(digest);
  });

  it('in two halves', { timeout: 600_000 }, async () => {
    const halves = splitExport(source, join(folder, `${name} in halves`), inSecondHalf(source));
    expect(await digestOfImports(halves, 200)).toBe(known?.halves ?? (await digestOfImports(halves, 4000)));
  });

  it('with late movements', { timeout: 600_000 }, async () => {
    const parts = splitExport(source, join(folder, `${name} with late ones`), everySeventhIssue());
    expect(await digestOfImports(parts, 7)).toBe(known?.late ?? (await digestOfImports(parts, 200)));
  });
});
