import { codeInAddress, screen } from '#renderer/components/screen.ts';
import { statuses } from '#shared/statuses/contract.ts';
import { StatusesScreen } from './StatusesScreen.tsx';

export const statusScreens = [
  screen(
    '/setup/statuses',
    { change: codeInAddress, of: codeInAddress, act: codeInAddress, product: codeInAddress, supplier: codeInAddress },
    StatusesScreen,
    statuses.list,
  ),
];
