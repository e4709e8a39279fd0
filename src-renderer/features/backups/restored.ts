import { createTold } from '#renderer/components/told.ts';
import type { Outputs } from '#shared/contract.ts';

/** What a restore came to: told before the screens, where everybody signs in anew, and after that. */
export type Restored = Outputs['backups']['restoreHere'];

export const restored = createTold<Restored>();
export const useRestored = restored.use;
