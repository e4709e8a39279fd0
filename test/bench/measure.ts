/**
 * A way to answer a question. `run` is timed: it has the answer ready as numbers. `answer` says it in words all ways
 * share, so that they can be shown to agree; that is not timed.
 */
export type Method = { name: string; run: () => unknown; answer: () => string };

export const method = <Result>(name: string, run: () => Result, say: (result: Result) => string): Method => ({
  name,
  run,
  answer: () => say(run()),
});

export type Timed = { name: string; ms: number; answer: string };

/**
 * Times ways of answering one question in turn, round after round, so that a machine that slows down slows
 * them all. A figure is what a quarter of its rounds stay below: what other programs add says nothing of a method. Quick
 * ones repeat within a round until they fill some milliseconds.
 */
export function timeInTurn(methods: readonly Method[], rounds: number): Timed[] {
  const times = new Map<string, number[]>(methods.map(({ name }) => [name, []]));
  const repeats = new Map<string, number>();
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const { name, run } of methods) {
      if (round === 0) warmUp(run);
      const repeat = repeats.get(name) ?? 1;
      const start = performance.now();
      for (let i = 0; i < repeat; i += 1) run();
      const ms = (performance.now() - start) / repeat;
      // The first round tells how often to repeat.
      if (round === 0) repeats.set(name, Math.max(1, Math.min(5000, Math.round(8 / Math.max(ms, 0.001)))));
      else times.get(name)?.push(ms);
    }
  }
  return methods.map(({ name, answer }) => ({ name, ms: quarter(times.get(name) ?? []), answer: answer() }));
}

/** Long enough for code to be compiled and its data to be in reach, also where other programs take most of the machine. */
function warmUp(run: Method['run']): void {
  const start = process.cpuUsage();
  for (let i = 0, spent = 0; i < 2_000 && spent < 400_000; i += 1) {
    run();
    const { user, system } = process.cpuUsage(start);
    spent = user + system;
  }
}

/** A quarter of the values are less. */
export function quarter(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? Number.NaN;
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
