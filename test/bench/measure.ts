/** A way to answer a question, and what it answers, so that all ways can be shown to agree. */
export type Method = { name: string; run: () => string | Promise<string> };

export type Timed = { name: string; ms: number; answer: string };

/**
 * Times ways of answering one question in turn, round after round, so that a machine that slows down slows
 * them all; each figure is the median. Quick ones repeat within a round until they fill a millisecond or two.
 */
export async function timeInTurn(methods: readonly Method[], rounds: number): Promise<Timed[]> {
  const times = new Map<string, number[]>(methods.map(({ name }) => [name, []]));
  const answers = new Map<string, string>();
  const repeats = new Map<string, number>();
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const { name, run } of methods) {
      if (round === 0) await warmUp(run);
      const repeat = repeats.get(name) ?? 1;
      const start = performance.now();
      let answer = '';
      for (let i = 0; i < repeat; i += 1) {
        const result = run();
        answer = typeof result === 'string' ? result : await result;
      }
      const ms = (performance.now() - start) / repeat;
      answers.set(name, answer);
      // The first round tells how often to repeat.
      if (round === 0) repeats.set(name, Math.max(1, Math.min(500, Math.round(3 / Math.max(ms, 0.001)))));
      else times.get(name)?.push(ms);
    }
  }
  return methods.map(({ name }) => ({ name, ms: median(times.get(name) ?? []), answer: answers.get(name) ?? '' }));
}

/** Long enough for quick code to be compiled and its data to be in reach. */
async function warmUp(run: Method['run']): Promise<void> {
  const start = performance.now();
  for (let i = 0; i < 500 && performance.now() - start < 150; i += 1) await run();
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The answers that differ from the first method's. */
export const disagreeing = (timed: readonly Timed[]): string[] =>
  timed.filter(({ answer }) => answer !== timed[0]?.answer).map(({ name }) => name);

export type Line = {
  goal: string;
  what: string;
  measured: string;
  wanted: string;
  verdict: 'PASS' | 'BELOW' | 'not run';
};

/** Collects the lines of the report and prints them, one a question. */
export class Report {
  readonly lines: Line[] = [];
  readonly #quiet: boolean;

  constructor(quiet: boolean) {
    this.#quiet = quiet;
  }

  say(line: Line): void {
    this.lines.push(line);
    if (!this.#quiet)
      console.log(
        `${line.verdict.padEnd(7)} ${line.goal.padEnd(3)} ${line.what}: ${line.measured} (goal ${line.wanted})`,
      );
  }

  check(line: Omit<Line, 'verdict'>, isMet: boolean): void {
    this.say({ ...line, verdict: isMet ? 'PASS' : 'BELOW' });
  }

  note(text: string): void {
    if (!this.#quiet) console.log(`        ${text}`);
  }
}

export const show = (ms: number): string =>
  ms >= 100 ? `${ms.toFixed(0)} ms` : ms >= 1 ? `${ms.toFixed(1)} ms` : `${(ms * 1000).toFixed(1)} µs`;
