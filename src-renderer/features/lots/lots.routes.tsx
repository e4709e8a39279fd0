import { codeInAddress, type Screen, screen, unitInAddress } from '#renderer/components/screen.ts';
import { LotsScreen } from './LotsScreen.tsx';
import { lotsInAddress } from './lots.hooks.ts';
import { StatusScreen } from './StatusScreen.tsx';

export const lotScreens: readonly Screen[] = [
  screen('/lots', lotsInAddress, LotsScreen),
  screen(
    '/status',
    { ...unitInAddress, from: codeInAddress, to: codeInAddress, location: codeInAddress },
    StatusScreen,
  ),
];
