import { entityOf } from '#main/store/entityOf.ts';
import { authorisationRecord, personRecord, roleRecord } from '#shared/people/records.ts';

export const PersonRecord = entityOf(personRecord);
export const RoleRecord = entityOf(roleRecord);
export const AuthorisationRecord = entityOf(authorisationRecord);
