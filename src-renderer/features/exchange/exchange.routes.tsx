import { codeInAddress, type Screen, screen } from '#renderer/components/screen.ts';
import { ImportScreen } from './ImportScreen.tsx';

export const exchangeScreens: readonly Screen[] = [screen('/import', { upload: codeInAddress }, ImportScreen)];
