import { codeInAddress, screen } from '#renderer/components/screen.ts';
import { numbering } from '#shared/numbering/contract.ts';
import { NumberingScreen } from './NumberingScreen.tsx';

export const numberingScreens = [
  screen('/setup/numbering', { level: codeInAddress, of: codeInAddress }, NumberingScreen, numbering.listRules),
];
