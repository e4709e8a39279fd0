import { type Screen, screen } from '#renderer/components/screen.ts';
import { SerialsScreen } from './SerialsScreen.tsx';
import { serialsInAddress } from './serials.hooks.ts';

export const serialScreens: readonly Screen[] = [screen('/serials', serialsInAddress, SerialsScreen)];
