import { countInAddress, screen } from '#renderer/components/screen.ts';
import { backups } from '#shared/backups/contract.ts';
import { BackupsScreen } from './BackupsScreen.tsx';

export { RestoredNotice } from './RestoredNotice.tsx';

export const backupScreens = [
  screen('/setup/backups', { offset: countInAddress, restore: countInAddress }, BackupsScreen, backups.list),
];
