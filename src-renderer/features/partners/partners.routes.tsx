import { ask } from '#renderer/client/index.ts';
import type { Screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { partnerList } from '#shared/partners/vocabulary.ts';

export const partnerScreens: readonly Screen[] = [
  listScreen({
    list: partnerList,
    path: '/partners',
    page: (input) => ask.partners.listWithDeliveries.queryOptions({ input }),
  }),
];
