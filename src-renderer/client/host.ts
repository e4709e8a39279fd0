import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Api } from './api.ts';
import { createHttpApi } from './http.ts';

/** The host that answers. There is one way so far; a message port is picked here when the page runs in a window of ours. */
export const api: Api = createHttpApi();

/** Query options for every operation of the contract, by its path. */
export const ask = createTanstackQueryUtils(api);
