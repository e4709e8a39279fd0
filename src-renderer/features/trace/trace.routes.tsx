import { lazyScreen } from '#renderer/components/lazyScreen.ts';
import { countInAddress, codeInAddress, screen, switchInAddress, unitInAddress } from '#renderer/components/screen.ts';
import { trace } from '#shared/trace/contract.ts';
import { directionInAddress, expandedInAddress, tabInAddress } from './trace.hooks.ts';

const TraceScreen = lazyScreen(async () => (await import('./TraceScreen.tsx')).TraceScreen);

export const traceScreens = [
  screen(
    '/trace',
    {
      ...unitInAddress,
      direction: directionInAddress,
      anyTime: switchInAddress,
      tab: tabInAddress,
      offset: countInAddress,
      sort: codeInAddress,
      pictureHidden: switchInAddress,
      selected: codeInAddress,
      expanded: expandedInAddress,
    },
    TraceScreen,
    trace.view,
  ),
];
