import { ask } from '#renderer/client/index.ts';
import { codeInAddress, screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { CheckButton } from './CheckButton.tsx';
import { serials } from '#shared/serials/contract.ts';
import { serialList } from '#shared/serials/vocabulary.ts';
import { WarrantyScreen } from './WarrantyScreen.tsx';

export const serialScreens = [
  listScreen({
    list: serialList,
    path: '/serials',
    main: serials.list,
    page: (input) => ask.serials.list.queryOptions({ input }),
    actions: CheckButton,
  }),
  screen(
    '/setup/warranty',
    { level: codeInAddress, of: codeInAddress, from: codeInAddress },
    WarrantyScreen,
    serials.listWarrantyRules,
  ),
];
