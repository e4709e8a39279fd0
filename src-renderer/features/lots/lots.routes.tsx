import { screen } from '#renderer/components/screen.ts';
import { lots } from '#shared/lots/contract.ts';
import { LotsScreen } from './LotsScreen.tsx';
import { lotsInAddress } from './lots.hooks.ts';

export const lotScreens = [screen('/lots', lotsInAddress, LotsScreen, lots.list)];
