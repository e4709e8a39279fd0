import { lazyScreen } from '#renderer/components/lazyScreen.ts';
import { codeInAddress, countInAddress, screen } from '#renderer/components/screen.ts';
import { reports } from '#shared/reports/contract.ts';
import { blanksInAddress, columnsInAddress } from './reports.hooks.ts';

const GapsScreen = lazyScreen(async () => (await import('./GapsScreen.tsx')).GapsScreen);
const ReportsScreen = lazyScreen(async () => (await import('./ReportsScreen.tsx')).ReportsScreen);

export const reportScreens = [
  screen(
    '/reports',
    {
      report: codeInAddress,
      blanks: blanksInAddress,
      columns: columnsInAddress,
      group: codeInAddress,
      saved: codeInAddress,
      offset: countInAddress,
    },
    ReportsScreen,
    reports.list,
  ),
  screen('/setup/gaps', {}, GapsScreen, reports.preview),
];
