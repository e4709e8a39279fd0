import type { ReactNode } from 'react';
import { ask, useAsk } from '#renderer/client/index.ts';
import { Answer } from '#renderer/components/states.tsx';
import { HoldHere } from '#renderer/lists/HoldHere.tsx';
import { questionOf } from './askRecall.ts';
import type { Scope } from './scopes.ts';

/** The panel that holds what of a whole recall is still here, the suspects included. */
export function RecallHoldHere({ scope }: { scope: Scope }): ReactNode {
  const asked = useAsk(ask.recalls.simulate.queryOptions({ input: questionOf(scope) }));
  return (
    <Answer asked={asked}>
      {({ affected }) => <HoldHere units={affected.filter(({ onHand }) => onHand !== '0')} />}
    </Answer>
  );
}
