import type { Watched } from '#main/store/copy.ts';

/** Work that nobody stops, or that is stopped at a step; and what it said of where it stood. */
export function watched(
  stopAt: (phase: string, done: number) => boolean = () => false,
): Watched & { phases: string[] } {
  const controller = new AbortController();
  const phases: string[] = [];
  return {
    phases,
    signal: controller.signal,
    progress(phase, done) {
      if (phases.at(-1) !== phase) phases.push(phase);
      if (stopAt(phase, done)) controller.abort();
    },
  };
}
