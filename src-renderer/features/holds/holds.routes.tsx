import { ask } from '#renderer/client/index.ts';
import { screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { holds } from '#shared/holds/contract.ts';
import { holdList } from '#shared/holds/vocabulary.ts';
import { HoldScreen } from './HoldScreen.tsx';
import { LiftChosen } from './LiftChosen.tsx';
import { NewHold } from './NewHold.tsx';

export const holdScreens = [
  listScreen({
    list: holdList,
    path: '/holds',
    main: holds.list,
    page: (input) => ask.holds.list.queryOptions({ input }),
    isImported: false,
    actions: NewHold,
    chosen: (rows) => <LiftChosen rows={rows} />,
  }),
  screen('/holds/new', {}, HoldScreen, holds.set),
];
