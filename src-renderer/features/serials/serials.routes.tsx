import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { serials } from '#shared/serials/contract.ts';
import { serialList } from '#shared/serials/vocabulary.ts';

export const serialScreens = [
  listScreen({
    list: serialList,
    path: '/serials',
    main: serials.list,
    page: (input) => ask.serials.list.queryOptions({ input }),
  }),
];
