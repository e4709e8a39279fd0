import type { FeatureName } from '#main/context/context.ts';
import { attachmentsFeature } from '#main/features/attachments/attachments.feature.ts';
import { auditFeature } from '#main/features/audit/audit.feature.ts';
import { backupsFeature } from '#main/features/backups/backups.feature.ts';
import { dailyFeature } from '#main/features/daily/daily.feature.ts';
import { dossierFeature } from '#main/features/dossier/dossier.feature.ts';
import { exchangeFeature } from '#main/features/exchange/exchange.feature.ts';
import { holdsFeature } from '#main/features/holds/holds.feature.ts';
import { jobsFeature } from '#main/features/jobs/jobs.feature.ts';
import { labelsFeature } from '#main/features/labels/labels.feature.ts';
import { lotsFeature } from '#main/features/lots/lots.feature.ts';
import { movementsFeature } from '#main/features/movements/movements.feature.ts';
import { numberingFeature } from '#main/features/numbering/numbering.feature.ts';
import { partnersFeature } from '#main/features/partners/partners.feature.ts';
import { peopleFeature } from '#main/features/people/people.feature.ts';
import { locationsFeature } from '#main/features/locations/locations.feature.ts';
import { productsFeature } from '#main/features/products/products.feature.ts';
import { recallsFeature } from '#main/features/recalls/recalls.feature.ts';
import { reportsFeature } from '#main/features/reports/reports.feature.ts';
import { serialsFeature } from '#main/features/serials/serials.feature.ts';
import { securityFeature } from '#main/features/security/security.feature.ts';
import { settingsFeature } from '#main/features/settings/settings.feature.ts';
import { signingFeature } from '#main/features/signing/signing.feature.ts';
import { inspectionsFeature } from '#main/features/inspections/inspections.feature.ts';
import { suppliersFeature } from '#main/features/suppliers/suppliers.feature.ts';
import { statusesFeature } from '#main/features/statuses/statuses.feature.ts';
import { todayFeature } from '#main/features/today/today.feature.ts';
import { traceFeature } from '#main/features/trace/trace.feature.ts';
import { viewsFeature } from '#main/features/views/views.feature.ts';

/** Every feature, in the order of scripts/lint/folders.ts. */
export const features = [
  jobsFeature,
  signingFeature,
  securityFeature,
  peopleFeature,
  settingsFeature,
  viewsFeature,
  auditFeature,
  backupsFeature,
  productsFeature,
  partnersFeature,
  locationsFeature,
  numberingFeature,
  holdsFeature,
  statusesFeature,
  suppliersFeature,
  lotsFeature,
  serialsFeature,
  attachmentsFeature,
  movementsFeature,
  labelsFeature,
  dailyFeature,
  inspectionsFeature,
  traceFeature,
  recallsFeature,
  reportsFeature,
  exchangeFeature,
  dossierFeature,
  todayFeature,
] as const;

type Missing = Exclude<FeatureName, (typeof features)[number]['name']>;
/** A feature of the contract that is not in the list does not compile. */
null satisfies [Missing] extends [never] ? null : Missing;
