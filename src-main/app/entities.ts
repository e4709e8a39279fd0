import { AuditReview } from '#main/features/audit/audit.entity.ts';
import { Lot, StatusDecision } from '#main/features/lots/lots.entity.ts';
import { AuthorisationRecord, PersonRecord, RoleRecord } from '#main/features/people/people.entity.ts';
import { Partner } from '#main/features/partners/partners.entity.ts';
import { Location } from '#main/features/locations/locations.entity.ts';
import { Product } from '#main/features/products/products.entity.ts';
import { Credential } from '#main/features/security/security.entity.ts';
import { Setting } from '#main/features/settings/settings.entity.ts';
import { SignatureRecord } from '#main/features/signing/signing.entity.ts';
import { SavedView } from '#main/features/views/views.entity.ts';
import { Balance, Movement, RunRecord, SerialLink, UnitRecord } from '#main/ledgerStore/ledger.entities.ts';
import { AuditEntry, Head, RecordVersion } from '#main/store/chain.entities.ts';
import type { InferKyselyDB } from '@mikro-orm/sql';

/** Every table of the store. */
export const entities = [
  Head,
  AuditEntry,
  RecordVersion,
  Product,
  Partner,
  Location,
  Lot,
  UnitRecord,
  RunRecord,
  Movement,
  Balance,
  SerialLink,
  SavedView,
  PersonRecord,
  RoleRecord,
  Credential,
  AuthorisationRecord,
  Setting,
  SignatureRecord,
  StatusDecision,
  AuditReview,
] as const;

declare module '#main/store/query.ts' {
  // What a query may name: every table with its columns, as the entities say.
  interface Tables extends InferKyselyDB<(typeof entities)[number]> {}
}
