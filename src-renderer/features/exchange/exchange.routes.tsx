import { codeInAddress, screen } from '#renderer/components/screen.ts';
import { exchange } from '#shared/exchange/contract.ts';
import { ImportScreen } from './ImportScreen.tsx';

export const exchangeScreens = [screen('/import', { upload: codeInAddress }, ImportScreen, exchange.preview)];
