import { describe, expect, it } from 'vitest';
import { buildPlantApp, refusalOf } from '../support/app.ts';
import { buildFolder, type Cells, csvFiles } from '../support/exportFiles.ts';
import { masters, on, row } from '../support/plantTables.ts';
import { buildSession } from '../support/cli.ts';

describe('more findings than are listed', () => {
  it('are counted and told by their rows, whatever they are', async () => {
    const lots = Array.from(
      { length: 2_500 },
      (_, at): Cells => ({
        product: 'OIL',
        lot: `O${at}`,
        manufactured_on: '2026-01-09',
        // Every second row has a date before it was made, the last three two of them.
        expires_on: at % 2 === 0 ? '2026-01-08' : '',
        retest_on: at > 2_496 ? '2026-01-07' : '',
      }),
    );
    await using app = await buildPlantApp();
    const { findings } = await app.take({ lots });
    expect(findings).toHaveLength(1002);
    expect(findings.slice(0, 1000).every(({ row: at }, n) => at === 2 + 2 * n)).toBe(true);
    expect(findings.slice(1000)).toMatchObject([
      {
        file: 'lots.csv',
        row: 2002,
        column: 'expires_on',
        message: expect.stringMatching(
          /^And 250 more findings of this kind, in rows 2002, 2004, .* and 238 more up to row 2500\.$/,
        ),
      },
      { row: 2499, column: 'retest_on', message: 'And 3 more findings of this kind, in rows 2499–2501.' },
    ]);
  });
});

const receipts = (count: number, change: Cells): Cells[] =>
  Array.from({ length: count }, (_, at) => row('receipt', `OIL O${at}`, 1, on(5), { id: `R${at}`, ...change }));

describe('more faults than are listed', () => {
  const plant = {
    ...masters,
    movements: [...receipts(2_999, { quantity: 'n/k' }), row('receipt', 'OIL O1', 1, on(5))],
  };

  it('are all counted: in the refusal, in the check and in the audit trail', async () => {
    await using app = await buildPlantApp();
    await using folder = await buildFolder(csvFiles(plant));
    const source = { kind: 'path' as const, path: folder.path };
    const preview = await app.ask('exchange.preview', { source });
    expect([preview.errors.length, preview.faultCount]).toEqual([1000, 2999]);
    const { message, details } = await refusalOf(app.ask('exchange.import', { source }));
    expect(message).toContain('2,999 faults were found, of which the first 1,000 are listed');
    expect(details['faultCount']).toBe(2999);
    const [entry] = (await app.ask('audit.list', {})).rows;
    const kept = await app.ask('audit.get', { seq: entry?.seq ?? 0 });
    expect([kept.listed.length, kept.listedTotal]).toEqual([100, 2999]);
    expect(kept.entry.summary).toContain('2,999 faults');
  });

  it('are counted without those that only follow from another, however many there are of both', async () => {
    await using app = await buildPlantApp();
    const short = Array.from({ length: 1_300 }, (_, at) => row('shipment', `OIL O${at}`, 1, on(6), { id: `S${at}` }));
    const movements = [...receipts(1_200, { to: 'CELLAR' }), ...short];
    await using folder = await buildFolder(csvFiles({ ...masters, movements }));
    const preview = await app.ask('exchange.preview', { source: { kind: 'path', path: folder.path } });
    expect([preview.errors.length, preview.faultCount]).toEqual([1000, 1300]);
    expect(preview.errors.every(({ code }) => code === 'NOT_FOUND')).toBe(true);
  });

  it('are told to a person at the command line, checked only or imported', async () => {
    await using folder = await buildFolder(csvFiles(plant));
    await using session = await buildSession();
    for (const more of [[], ['--dry-run']]) {
      const ended = await session.run('import', folder.path, ...more);
      expect(ended.exit).toBe(2);
      expect(ended.err).toContain('2,999 faults, the first 1,000 are listed');
    }
  });
});
