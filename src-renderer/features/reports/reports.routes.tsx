import { lazyScreen } from '#renderer/components/lazyScreen.ts';
import { codeInAddress, countInAddress, type Screen, screen } from '#renderer/components/screen.ts';
import { blanksInAddress } from './reports.hooks.ts';

const ReportsScreen = lazyScreen(async () => (await import('./ReportsScreen.tsx')).ReportsScreen);

export const reportScreens: readonly Screen[] = [
  screen('/reports', { report: codeInAddress, blanks: blanksInAddress, offset: countInAddress }, ReportsScreen),
];
