import { countInAddress, screen } from '#renderer/components/screen.ts';
import { audit } from '#shared/audit/contract.ts';
import { AuditScreen } from './AuditScreen.tsx';
import { filterInAddress, keyInAddress, recordInAddress } from './audit.hooks.ts';
import { EntryScreen } from './EntryScreen.tsx';
import { HistoryScreen } from './HistoryScreen.tsx';
import { ReviewsScreen } from './ReviewsScreen.tsx';

export const auditScreens = [
  screen(
    '/audit',
    {
      ...filterInAddress,
      offset: countInAddress,
    },
    AuditScreen,
    audit.list,
  ),
  screen('/audit/reviews', { offset: countInAddress }, ReviewsScreen, audit.listReviews),
  screen('/audit/entry', { seq: countInAddress, offset: countInAddress }, EntryScreen, audit.get),
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
    audit.versions,
  ),
];
