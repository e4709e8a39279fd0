import { useQueryClient } from '@tanstack/react-query';
import { type CallContext, newCommandId } from './api.ts';
import { catchUp } from './freshness.ts';
import { useWork, type Work } from './work.ts';

export type Commanded<Input, Reply> = Omit<Work<Input, Reply>, 'input'> & {
  /** The id of the attempt: its work is listed under it by `jobs.list`. "" before the first. */
  commandId: string;
};

type Attempt<Input> = { id: string; input: Input };

/**
 * Runs a command of the contract. An attempt gets one id, and keeps it while no answer has come: sent again
 * by itself or by the person, the host knows it and does it once. A new input or an answer ends the attempt.
 * @param name the command's name in the contract
 */
export function useCommand<Input, Reply>(
  name: string,
  call: (input: Input, options: { context: CallContext }) => Promise<Reply>,
): Commanded<Input, Reply> {
  const queryClient = useQueryClient();
  const work = useWork(name, ({ id, input }: Attempt<Input>) => call(input, { context: { commandId: id } }), {
    resends: 2,
    onDone: () => void catchUp(queryClient, 'own').catch(() => undefined),
  });

  function run(input: Input): void {
    const lost = work.failure?.kind === 'away' ? work.input : undefined;
    const again = lost !== undefined && JSON.stringify(lost.input) === JSON.stringify(input);
    work.run({ id: again ? lost.id : newCommandId(), input });
  }

  const { reply, failure, running, reset } = work;
  return { run, reply, failure, running, reset, commandId: work.input?.id ?? '' };
}
