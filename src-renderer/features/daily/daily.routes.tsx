import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { daily } from '#shared/daily/contract.ts';
import { dueList } from '#shared/daily/vocabulary.ts';
import { Calendar } from './Calendar.tsx';
import { EndingApprovals } from './EndingApprovals.tsx';
import { JobPart } from './JobPart.tsx';

export const dailyScreens = [
  listScreen({
    list: dueList,
    path: '/due',
    main: daily.list,
    above: () => (
      <>
        <JobPart />
        <EndingApprovals />
      </>
    ),
    beside: Calendar,
    page: (input) => ask.daily.list.queryOptions({ input }),
  }),
];
