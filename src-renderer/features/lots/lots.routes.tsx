import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { lots } from '#shared/lots/contract.ts';
import { viewsOfLots } from '#shared/lots/views.ts';
import { lotList } from '#shared/lots/vocabulary.ts';

export const lotScreens = [
  listScreen({
    list: lotList,
    path: '/lots',
    main: lots.list,
    page: (input) => ask.lots.list.queryOptions({ input }),
    views: viewsOfLots,
  }),
];
