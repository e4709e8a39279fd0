import { useQueryClient } from '@tanstack/react-query';
import { type CallContext, newCommandId } from './api.ts';
import { type Failure, toFailure } from './failure.ts';
import { catchUp } from './freshness.ts';
import { useWork, type Work } from './work.ts';

/** What became of a command that was given many inputs: how many were done, and which were refused. */
export type InTurn<Input> = { done: number; refused: readonly { input: Input; failure: Failure }[] };

/**
 * Runs one command for many inputs, one after the other, each by itself: what one is refused for stops no other. Only for
 * what says nothing new when it is sent again.
 * @param name tells the work apart from other work
 */
export function useInTurn<Input, Reply>(
  name: string,
  call: (input: Input, options: { context: CallContext }) => Promise<Reply>,
): Work<readonly Input[], InTurn<Input>> {
  const queryClient = useQueryClient();
  return useWork(name, async (inputs: readonly Input[]): Promise<InTurn<Input>> => {
    const refused: InTurn<Input>['refused'][number][] = [];
    try {
      for (const input of inputs)
        try {
          await call(input, { context: { commandId: newCommandId() } });
        } catch (error) {
          const failure = toFailure(error);
          if (failure.kind !== 'refused') throw error;
          refused.push({ input, failure });
        }
    } finally {
      void catchUp(queryClient, 'own').catch(() => undefined);
    }
    return { done: inputs.length - refused.length, refused };
  });
}
