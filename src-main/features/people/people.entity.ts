import { entityOf } from '#main/store/entityOf.ts';
import {
  authorisationRecord,
  credentialRecord,
  personRecord,
  roleRecord,
  savedViewRecord,
  settingRecord,
} from '#shared/people/records.ts';

export const SavedView = entityOf(savedViewRecord, { unique: 'saved_view_name' });
export const PersonRecord = entityOf(personRecord);
export const RoleRecord = entityOf(roleRecord);
export const Credential = entityOf(credentialRecord);
export const AuthorisationRecord = entityOf(authorisationRecord);
export const Setting = entityOf(settingRecord);
