import { ask } from '#renderer/client/index.ts';
import { codeInAddress, screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { lots } from '#shared/lots/contract.ts';
import { viewsOfLots } from '#shared/lots/views.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import { CreateScreen } from './CreateScreen.tsx';
import { DatesScreen } from './DatesScreen.tsx';
import { MergeScreen } from './MergeScreen.tsx';
import { NewLots } from './NewLots.tsx';
import { SplitScreen } from './SplitScreen.tsx';

export const lotScreens = [
  listScreen({
    list: lotList,
    path: '/lots',
    main: lots.list,
    page: (input) => ask.lots.list.queryOptions({ input }),
    views: viewsOfLots,
    actions: NewLots,
  }),
  screen('/lots/new', { product: codeInAddress }, CreateScreen, lots.create),
  screen(
    '/lots/split',
    { product: codeInAddress, lot: codeInAddress, sublot: codeInAddress, location: codeInAddress },
    SplitScreen,
    lots.split,
  ),
  screen(
    '/lots/merge',
    { product: codeInAddress, lot: codeInAddress, sublot: codeInAddress, location: codeInAddress },
    MergeScreen,
    lots.previewMerge,
  ),
  screen(
    '/lots/dates',
    { product: codeInAddress, lot: codeInAddress, sublot: codeInAddress },
    DatesScreen,
    lots.changeDates,
  ),
];
