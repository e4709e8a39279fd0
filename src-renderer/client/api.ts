import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract.ts';

/** What a call carries beside its input: the id under which a command is done once, however often it is sent. */
export type CallContext = { commandId?: string };

/** Every operation of the contract, whichever host answers. */
export type Api = ContractRouterClient<Contract, CallContext>;
