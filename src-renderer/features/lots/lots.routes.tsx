import { type Screen, screen } from '#renderer/components/screen.ts';
import { LotsScreen } from './LotsScreen.tsx';
import { lotsInAddress } from './lots.hooks.ts';

export const lotScreens: readonly Screen[] = [screen('/lots', lotsInAddress, LotsScreen)];
