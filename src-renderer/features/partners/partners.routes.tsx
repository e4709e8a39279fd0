import { partners } from '#shared/partners/contract.ts';
import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { partnerList } from '#shared/partners/vocabulary.ts';

export const partnerScreens = [
  listScreen({
    list: partnerList,
    path: '/partners',
    main: partners.listWithDeliveries,
    page: (input) => ask.partners.listWithDeliveries.queryOptions({ input }),
  }),
];
