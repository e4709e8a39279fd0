import { lazyScreen } from '#renderer/components/lazyScreen.ts';
import { codeInAddress, countInAddress, screen, switchInAddress } from '#renderer/components/screen.ts';
import { recalls } from '#shared/recalls/contract.ts';
import { droppedInAddress, tabInAddress } from './recalls.hooks.ts';
import { othersInAddress, supplierLotsInAddress, suspectsInAddress, workOrdersInAddress } from './scopes.ts';

const RecallScreen = lazyScreen(async () => (await import('./RecallScreen.tsx')).RecallScreen);

export const recallScreens = [
  screen(
    '/recall',
    {
      suspects: suspectsInAddress,
      supplierLots: supplierLotsInAddress,
      workOrders: workOrdersInAddress,
      dated: switchInAddress,
      others: othersInAddress,
      place: countInAddress,
      tab: tabInAddress,
      offset: countInAddress,
      sort: codeInAddress,
      customer: codeInAddress,
      dropped: droppedInAddress,
      droppedOffset: countInAddress,
    },
    RecallScreen,
    recalls.view,
  ),
];
