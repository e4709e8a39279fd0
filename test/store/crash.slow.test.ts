import { describe, expect, it } from 'vitest';
import { countOf } from '../support/counts.ts';
import { crashCycles, cutLogs } from '../support/crashStore.ts';

const kills = countOf('LOTLINE_CRASH_KILLS');
const cuts = countOf('LOTLINE_LOG_CUTS');
const seed = Number(process.env['LOTLINE_CRASH_SEED'] ?? 1);

describe('a program that is killed', () => {
  it(
    `keeps what it acknowledged through ${kills} kills, and nothing else but the command it was at`,
    async () => {
      const report = await crashCycles({ kills, seed });
      console.log(
        `${report.kills} kills, ${report.acknowledged} acknowledged, ${report.lost} lost; ${report.inFlight} in flight, of which ${report.kept} were kept; ${report.opening} while opening`,
      );
      expect(report.findings).toEqual([]);
      expect(report).toMatchObject({ kills, lost: 0 });
      expect(report.acknowledged).toBeGreaterThanOrEqual(kills - report.opening);
    },
    Math.max(300_000, kills * 10_000),
  );

  it('finds the commits before the cut when the end of the log never reached the disk', {
    timeout: 120_000 + cuts * 1000,
  }, async () => {
    const { cuts: made, findings } = await cutLogs({ cuts, commands: 60, seed });
    expect(findings).toEqual([]);
    expect(new Set(made.map(({ kept }) => kept)).size).toBeGreaterThan(cuts < 60 ? cuts / 4 : 15);
    expect(made).toHaveLength(cuts);
  });
});
