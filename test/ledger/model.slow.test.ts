import { describe, expect, it } from 'vitest';
import { RunFailed, type RunReport, runSeed } from './model/run.ts';
import { shorten } from './model/shorten.ts';
import { countOf } from '../support/counts.ts';

const seeds = countOf('LOTLINE_MODEL_SEEDS');
const firstSeed = Number(process.env['LOTLINE_MODEL_FIRST'] ?? 1);
const commands = Number(process.env['LOTLINE_MODEL_COMMANDS'] ?? 400);

describe('random commands on a plant', () => {
  const reports: RunReport[] = [];

  it(`keep every invariant through ${seeds} seeds of ${commands} commands`, {
    timeout: seeds * (60_000 + commands * 150),
  }, async () => {
    for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) reports.push(await runOrTell(seed));
    const refused = new Map<string, number>();
    for (const report of reports)
      for (const [code, times] of report.refused) refused.set(code, (refused.get(code) ?? 0) + times);
    const sum = (figure: (report: RunReport) => number): number =>
      reports.reduce((total, report) => total + figure(report), 0);
    const refusals = [...refused.values()].reduce((total, times) => total + times, 0);
    console.log(
      `${sum((one) => one.commands)} commands: ${sum((one) => one.accepted)} done, ${sum((one) => one.repeated)} answered again, ${refusals} refused, ${sum((one) => one.movements)} movements`,
    );
    console.log(
      [...refused]
        .sort(([, a], [, b]) => b - a)
        .map(([code, times]) => `${code} ${times}`)
        .join(', '),
    );
    expect(reports).toHaveLength(seeds);
    // A run that refuses nothing, or never this, has not tried what must be refused.
    for (const code of [
      'VALIDATION',
      'INSUFFICIENT_QTY',
      'SERIAL_IN_USE',
      'STATUS_FORBIDS',
      'LOT_REQUIRED',
      'IDEMPOTENCY_MISMATCH',
      'ILLEGAL_TRANSITION',
      'IMPORT_REJECTED',
    ]) {
      if (seeds * commands >= 1600) expect(refused.get(code) ?? 0, code).toBeGreaterThan(0);
    }
    expect(refusals / sum((one) => one.commands)).toBeGreaterThan(0.2);
    expect(refusals / sum((one) => one.commands)).toBeLessThan(0.45);
  });

  it('leave the same store behind when they are sent again', {
    timeout: seeds * (60_000 + commands * 150),
  }, async () => {
    for (let index = 0; index * 10 < seeds; index += 1) {
      const seed = firstSeed + index;
      const before = reports[index] ?? (await runOrTell(seed));
      expect((await runOrTell(seed)).digest).toBe(before.digest);
    }
  });
});

/** A failure is told with its seed and the fewest commands that still fail. */
async function runOrTell(seed: number): Promise<RunReport> {
  try {
    return await runSeed({ seed, commands });
  } catch (error) {
    if (!(error instanceof RunFailed)) throw error;
    console.error(
      `${error.message}\nRun it alone: LOTLINE_MODEL_FIRST=${seed} LOTLINE_MODEL_SEEDS=1 LOTLINE_MODEL_COMMANDS=${error.steps.length}`,
    );
    const shortest = await shorten(seed, error);
    console.error(
      `The fewest commands that fail (${shortest.steps.length}):\n${shortest.steps.map((step) => JSON.stringify(step)).join('\n')}\n${shortest.message}`,
    );
    throw error;
  }
}
