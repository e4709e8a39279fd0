import { createContext } from 'react';
import type { NamedStatus } from '#shared/statuses/contract.ts';

/** What the plant calls its statuses, for every badge; a status that is not among them is called by its letter. */
export const StatusNames = createContext<readonly NamedStatus[]>([]);
