import { codeInAddress, countInAddress, type Screen, screen } from '#renderer/components/screen.ts';
import { AuditScreen } from './AuditScreen.tsx';
import { outcomeInAddress } from './audit.hooks.ts';
import { EntryScreen } from './EntryScreen.tsx';

export const auditScreens: readonly Screen[] = [
  screen(
    '/audit',
    {
      operation: codeInAddress,
      person: codeInAddress,
      outcome: outcomeInAddress,
      record: codeInAddress,
      from: codeInAddress,
      to: codeInAddress,
      offset: countInAddress,
    },
    AuditScreen,
  ),
  screen('/audit/entry', { seq: countInAddress, offset: countInAddress }, EntryScreen),
];
