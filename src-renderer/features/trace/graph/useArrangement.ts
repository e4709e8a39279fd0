import { useEffect, useState } from 'react';
import type { TracePicture } from '../trace.hooks.ts';
import { arrange } from './arrange.ts';
import type { Arrangement } from './arrangement.ts';

/** Where a picture's nodes stand; undefined while that is being worked out. What fails is thrown to the page's own error screen. */
export function useArrangement(picture: TracePicture): Arrangement | undefined {
  const [arranged, setArranged] = useState<{ of: TracePicture; outcome: Arrangement | Error }>();
  useEffect(() => {
    const leaving = new AbortController();
    const done = (outcome: Arrangement | Error): void => {
      if (!leaving.signal.aborted) setArranged({ of: picture, outcome });
    };
    arrange(picture, leaving.signal).then(done, (error: unknown) =>
      done(error instanceof Error ? error : new Error(String(error))),
    );
    return () => leaving.abort();
  }, [picture]);
  if (arranged?.of !== picture) return undefined;
  if (arranged.outcome instanceof Error) throw arranged.outcome;
  return arranged.outcome;
}
