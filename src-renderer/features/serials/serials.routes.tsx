import { screen } from '#renderer/components/screen.ts';
import { SerialsScreen } from './SerialsScreen.tsx';
import { serials } from '#shared/serials/contract.ts';
import { serialsInAddress } from './serials.hooks.ts';

export const serialScreens = [screen('/serials', serialsInAddress, SerialsScreen, serials.list)];
