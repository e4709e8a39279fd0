import { describe, expect, it } from 'vitest';
import { crashCycles, cutLogs } from '../support/crashStore.ts';

const kills = Number(process.env['LOTLINE_CRASH_KILLS'] ?? 100);
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
    Math.max(300_000, kills * 3_000),
  );

  it('finds the commits before the cut when the end of the log never reached the disk', {
    timeout: 120_000,
  }, async () => {
    const { cuts, findings } = await cutLogs({ cuts: 20, commands: 60, seed });
    expect(findings).toEqual([]);
    expect(new Set(cuts.map(({ kept }) => kept)).size).toBeGreaterThan(5);
    expect(cuts).toHaveLength(20);
  });
});
