import { entityOf } from '#main/store/entityOf.ts';
import { savedViewRecord } from '#shared/views/records.ts';

export const SavedView = entityOf(savedViewRecord, { unique: 'saved_view_name' });
