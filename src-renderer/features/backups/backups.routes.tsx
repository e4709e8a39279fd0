import { countInAddress, type Screen, screen } from '#renderer/components/screen.ts';
import { BackupsScreen } from './BackupsScreen.tsx';

export const backupScreens: readonly Screen[] = [screen('/setup/backups', { offset: countInAddress }, BackupsScreen)];
