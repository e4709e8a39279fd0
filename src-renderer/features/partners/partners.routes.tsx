import { partners } from '#shared/partners/contract.ts';
import { ask } from '#renderer/client/index.ts';
import { codeInAddress, screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { partnerList } from '#shared/partners/vocabulary.ts';
import { EditScreen, NewScreen } from './EditScreen.tsx';
import { NewPartner } from './NewPartner.tsx';

export const partnerScreens = [
  listScreen({
    list: partnerList,
    path: '/partners',
    main: partners.listWithDeliveries,
    page: (input) => ask.partners.listWithDeliveries.queryOptions({ input }),
    actions: NewPartner,
  }),
  screen('/partner/new', {}, NewScreen, partners.save),
  screen('/partner/edit', { code: codeInAddress }, EditScreen, partners.save),
];
