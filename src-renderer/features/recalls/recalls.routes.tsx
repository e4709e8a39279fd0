import { codeInAddress, countInAddress, type Screen, screen, switchInAddress } from '#renderer/components/screen.ts';
import { RecallScreen } from './RecallScreen.tsx';
import { supplierLotsInAddress, suspectsInAddress, tabInAddress } from './recalls.hooks.ts';

export const recallScreens: readonly Screen[] = [
  screen(
    '/recall',
    {
      suspects: suspectsInAddress,
      supplierLots: supplierLotsInAddress,
      dated: switchInAddress,
      tab: tabInAddress,
      offset: countInAddress,
      sort: codeInAddress,
    },
    RecallScreen,
  ),
];
