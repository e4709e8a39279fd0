import type { App as ElectronApp, BrowserWindow } from 'electron';
import type { Jobs } from '#main/app/jobs.ts';
import type { Job } from '#shared/jobs/contract.ts';

/** How often running work is looked at, in milliseconds. */
const lookEvery = 500;
/** Electron's values for "no bar", and for a bar that shows only that work goes on. */
const [noBar, someBar] = [-1, 2];

/** How far work is, between 0 and 1: as far as the piece that is furthest from its end. */
export function progressOf(jobs: readonly Pick<Job, 'done' | 'total'>[]): number {
  if (jobs.length === 0) return noBar;
  if (jobs.some(({ total }) => total <= 0)) return someBar;
  return Math.min(...jobs.map(({ done, total }) => Math.min(1, done / total)));
}

/**
 * Shows running work on the taskbar or dock: how far it is, and how many pieces there are. Looks only while
 * something runs. Answers how to stop.
 */
export function showProgress(
  jobs: Pick<Jobs, 'list' | 'listen'>,
  window: BrowserWindow,
  app: Pick<ElectronApp, 'setBadgeCount'>,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const show = (): void => {
    const running = jobs.list();
    if (running.length === 0) stop();
    if (window.isDestroyed()) return stop();
    window.setProgressBar(progressOf(running));
    app.setBadgeCount(running.length);
  };
  const deaf = jobs.listen(() => {
    timer ??= setInterval(show, lookEvery);
  });
  return () => {
    deaf();
    stop();
    window.setProgressBar(noBar);
    app.setBadgeCount(0);
  };
}
