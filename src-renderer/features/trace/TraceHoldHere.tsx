import type { ReactNode } from 'react';
import { ask, useAsk } from '#renderer/client/index.ts';
import { Answer } from '#renderer/components/states.tsx';
import { HoldHere } from '#renderer/lists/HoldHere.tsx';
import type { TraceQuestion } from './trace.hooks.ts';

/** The panel that holds what of a whole trace is still here, whatever page of it is shown. */
export function TraceHoldHere({ unit, direction, dated }: Omit<TraceQuestion, 'offset'>): ReactNode {
  const asked = useAsk(ask.trace.get.queryOptions({ input: { roots: [unit], direction, dated } }));
  return <Answer asked={asked}>{({ units }) => <HoldHere units={units} />}</Answer>;
}
