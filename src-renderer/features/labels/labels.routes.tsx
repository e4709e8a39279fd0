import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { labels } from '#shared/labels/contract.ts';
import { labelList } from '#shared/labels/vocabulary.ts';

export const labelScreens = [
  listScreen({
    list: labelList,
    path: '/labels',
    main: labels.list,
    page: (input) => ask.labels.list.queryOptions({ input }),
    isImported: false,
  }),
];
