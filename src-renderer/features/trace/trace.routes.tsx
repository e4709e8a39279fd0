import { z } from 'zod';
import {
  countInAddress,
  codeInAddress,
  type Screen,
  screen,
  switchInAddress,
  unitInAddress,
} from '#renderer/components/screen.ts';
import { directionInAddress, expandedInAddress, tabInAddress } from './trace.hooks.ts';
import { TraceScreen } from './TraceScreen.tsx';

export const traceScreens: readonly Screen[] = [
  screen(
    '/trace',
    {
      ...unitInAddress,
      direction: directionInAddress,
      dated: switchInAddress,
      tab: tabInAddress,
      offset: countInAddress,
      sort: codeInAddress,
      picture: z.boolean().catch(true).default(true),
      selected: codeInAddress,
      expanded: expandedInAddress,
    },
    TraceScreen,
  ),
];
