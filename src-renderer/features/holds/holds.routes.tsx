import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { holds } from '#shared/holds/contract.ts';
import { holdList } from '#shared/holds/vocabulary.ts';
import { LiftChosen } from './LiftChosen.tsx';

export const holdScreens = [
  listScreen({
    list: holdList,
    path: '/holds',
    main: holds.list,
    page: (input) => ask.holds.list.queryOptions({ input }),
    isImported: false,
    chosen: (rows) => <LiftChosen rows={rows} />,
  }),
];
