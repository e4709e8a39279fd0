import type { Step } from './commands.ts';
import { RunFailed, runSeed } from './run.ts';

/** Runs again at most so often; each takes as long as the steps it has. */
const mostRuns = 60;

/** Leaves out what a failed run does not need to fail by the same rule: halves first, then ever smaller parts. */
export async function shorten(seed: number, failed: RunFailed): Promise<RunFailed> {
  let shortest = failed;
  let runs = 0;
  for (
    let size = Math.ceil(failed.steps.length / 2);
    size >= 1 && runs < mostRuns;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from + size <= shortest.steps.length && runs < mostRuns; ) {
      runs += 1;
      const fewer = await failure(seed, without(shortest.steps, from, size));
      if (fewer?.invariant === failed.invariant) shortest = fewer;
      else from += size;
    }
  }
  return shortest;
}

/** Leaves out steps but not the time they took: what is dated would else lie in the future. */
function without(steps: readonly Step[], from: number, size: number): Step[] {
  const passed = steps.slice(from, from + size).reduce((sum, { advance }) => sum + advance, 0);
  const next = steps[from + size];
  return steps.toSpliced(from, size + 1, ...(next === undefined ? [] : [{ ...next, advance: next.advance + passed }]));
}

async function failure(seed: number, steps: readonly Step[]): Promise<RunFailed | undefined> {
  try {
    await runSeed({ seed, commands: steps.length, steps });
    return undefined;
  } catch (error) {
    if (error instanceof RunFailed) return error;
    throw error;
  }
}
