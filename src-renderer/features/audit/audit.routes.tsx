import { codeInAddress, countInAddress, type Screen, screen } from '#renderer/components/screen.ts';
import { AuditScreen } from './AuditScreen.tsx';
import { keyInAddress, outcomeInAddress, recordInAddress } from './audit.hooks.ts';
import { EntryScreen } from './EntryScreen.tsx';
import { HistoryScreen } from './HistoryScreen.tsx';
import { ReviewsScreen } from './ReviewsScreen.tsx';

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
  screen('/audit/reviews', { offset: countInAddress }, ReviewsScreen),
  screen('/audit/entry', { seq: countInAddress, offset: countInAddress }, EntryScreen),
  screen(
    '/history',
    {
      record: recordInAddress,
      key: keyInAddress,
      left: countInAddress,
      right: countInAddress,
      offset: countInAddress,
    },
    HistoryScreen,
  ),
];
