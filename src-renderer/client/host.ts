import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { desktopScheme } from '#shared/kernel/desktop.ts';
import type { Api } from './api.ts';
import { createHttpApi } from './http.ts';
import { createPortApi } from './messagePort.ts';

/** The host that answers: a window of ours gives its pages a scheme of their own, which no browser knows. */
export const api: Api = window.location.protocol === `${desktopScheme}:` ? createPortApi() : createHttpApi();

/** Query options for every operation of the contract, by its path. */
export const ask = createTanstackQueryUtils(api);
