import { codeInAddress, type Screen, screen } from '#renderer/components/screen.ts';
import { EditScreen } from './EditScreen.tsx';

export const productScreens: readonly Screen[] = [screen('/product/edit', { code: codeInAddress }, EditScreen)];
