import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract.ts';
import { commandIdHeader, sessionHeader } from '#shared/kernel/pageHeaders.ts';
import { believedSession } from './belief.ts';

/** What a call carries beside its input: the id under which a command is done once, however often it is sent. */
export type CallContext = { commandId?: string };

/** Every operation of the contract, whichever host answers. */
export type Api = ContractRouterClient<Contract, CallContext>;

/** The log-in for which each command was begun: sent again after another one, it is refused and not the next person's. */
const begunFor = new Map<string, string | undefined>();

/** The id of a new command of this page. */
export function newCommandId(): string {
  const id = crypto.randomUUID();
  begunFor.set(id, believedSession());
  return id;
}

/** Whether a command was sent by this page: what it wrote is no news to it. */
export const isSentHere = (commandId: string): boolean => begunFor.has(commandId);

/** What every transport says beside a call's input. */
export function headersOf({ commandId = '' }: CallContext): Record<string, string> {
  const session = begunFor.get(commandId) ?? believedSession();
  return {
    ...(commandId === '' ? {} : { [commandIdHeader]: commandId }),
    ...(session === undefined ? {} : { [sessionHeader]: session }),
  };
}
