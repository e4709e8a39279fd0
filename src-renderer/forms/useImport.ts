import { api, useCommand } from '#renderer/client/index.ts';

/** The last import: the screen it is started on is left for the page where what it brought is seen. */
export const useImport = () => useCommand('exchange.import', api.exchange.import);
