import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const hook = fileURLToPath(new URL('./killAt.ts', import.meta.url));

/** How a program ended that was to be killed at a step; `steps` where it came to its end. */
export type Ended = { signal: NodeJS.Signals | null; status: number | null; steps: number };

/** Runs a program of this folder, killed before the given step; 0 lets it run to its end. */
export function runUntil(program: string, args: readonly string[], step: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(program, import.meta.url)), [...args], {
      execArgv: ['--import', hook],
      env: { ...process.env, KILL_AT: String(step) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let steps = 0;
    // The hook says nothing else.
    child.on('message', (said: { steps: number }) => (steps = said.steps));
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve({ signal, status, steps }));
  });
}

/** So many steps, spread evenly over all there are, the first and the last among them. */
export const spread = (steps: number, points: number): number[] =>
  points >= steps
    ? Array.from({ length: steps }, (_, index) => index + 1)
    : Array.from({ length: points }, (_, index) => 1 + Math.round((index * (steps - 1)) / (points - 1)));

/** Runs a job for each, two at a time. */
export async function inPairs<T>(all: readonly T[], job: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await job(next);
  };
  await Promise.all([lane(), lane()]);
}
