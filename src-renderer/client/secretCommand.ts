import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type CallContext, newCommandId } from './api.ts';
import { type Failure, toFailure } from './failure.ts';
import { catchUp } from './freshness.ts';
import { handleRefusal, sessionKey } from './session.ts';

export type SecretCommand<Input, Reply> = {
  /**
   * Answers undefined where it was refused, which `failure` tells, and where another is still running. Under the id of
   * an attempt that was never answered it is done once.
   */
  run: (input: Input, commandId?: string) => Promise<Reply | undefined>;
  failure: Failure | undefined;
  running: boolean;
  reset: () => void;
};

export type SecretCall<Input, Reply> = (input: Input, options: { context: CallContext }) => Promise<Reply>;

/**
 * Runs a command of the contract that carries a password: what it was given is kept nowhere, not even until the next
 * run. Where no host answers it is sent again by itself under the same id, so that it is done once.
 */
export function useSecretCommand<Input, Reply>(call: SecretCall<Input, Reply>): SecretCommand<Input, Reply> {
  const queryClient = useQueryClient();
  const isBusy = useRef(false);
  const [state, setState] = useState<{ running: boolean; failure: Failure | undefined }>(idle);

  async function run(input: Input, commandId = newCommandId()): Promise<Reply | undefined> {
    if (isBusy.current) return undefined;
    isBusy.current = true;
    setState({ running: true, failure: undefined });
    try {
      const reply = await send(call, input, { context: { commandId } });
      await askAnew(queryClient);
      setState(idle);
      return reply;
    } catch (error) {
      handleRefusal(queryClient, error);
      const failure = toFailure(error);
      setState({ running: false, failure });
      // What is shown is old: it is asked for again, and what was typed stays.
      if (failure.code === 'RECORD_CHANGED') void catchUp(queryClient, 'own').catch(() => undefined);
      return undefined;
    } finally {
      isBusy.current = false;
    }
  }

  return { run, ...state, reset: () => setState(idle) };
}

const idle = { running: false, failure: undefined };
const mostResends = 2;
const resendAfter = 500;

async function send<Input, Reply>(
  call: SecretCall<Input, Reply>,
  input: Input,
  options: { context: CallContext },
): Promise<Reply> {
  for (let sent = 0; ; sent += 1) {
    try {
      return await call(input, options);
    } catch (error) {
      if (sent >= mostResends || toFailure(error).kind !== 'away') throw error;
      await new Promise((resolve) => setTimeout(resolve, resendAfter));
    }
  }
}

/** First who is here now, then what that person sees: a log-in changes both. */
async function askAnew(queryClient: QueryClient): Promise<void> {
  await queryClient.refetchQueries({ queryKey: sessionKey });
  void catchUp(queryClient, 'own').catch(() => undefined);
}
