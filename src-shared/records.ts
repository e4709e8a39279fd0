import { attachedFileRecord } from './attachments/records.ts';
import { attachmentsTexts } from './attachments/texts.ts';
import { auditReviewRecord } from './audit/records.ts';
import { auditTexts } from './audit/texts.ts';
import { dailyTexts } from './daily/texts.ts';
import { backupsTexts } from './backups/texts.ts';
import { holdRecord } from './holds/records.ts';
import { holdsTexts } from './holds/texts.ts';
import { labelCountRecord, labelPrintRecord } from './labels/records.ts';
import { labelsTexts } from './labels/texts.ts';
import { type Field, type RecordKind, fieldsInVersions } from './kernel/record.ts';
import { movementsTexts } from './movements/texts.ts';
import { numberingRuleRecord, numberSeriesRecord } from './numbering/records.ts';
import { numberingTexts } from './numbering/texts.ts';
import { lotRecord, statusDecisionRecord } from './lots/records.ts';
import { statusRuleRecord, stockStatusRecord } from './statuses/records.ts';
import { receiptRuleRecord, supplierApprovalRecord } from './suppliers/records.ts';
import { suppliersTexts } from './suppliers/texts.ts';
import { statusesTexts } from './statuses/texts.ts';
import { lotsTexts } from './lots/texts.ts';
import { partnerRecord, partnerTermsRecord } from './partners/records.ts';
import {
  inspectionDecisionRecord,
  inspectionPlanRecord,
  inspectionReadingRecord,
  inspectionRecord,
  inspectionSampleRecord,
  inspectionSeriesRecord,
  planTableRecord,
  planUseRecord,
} from './inspections/records.ts';
import { inspectionDoingTexts, inspectionsTexts, inspectionWorkTexts } from './inspections/texts.ts';
import { partnersTexts } from './partners/texts.ts';
import { authorisationRecord, personRecord, roleRecord } from './people/records.ts';
import { todayTexts } from './today/texts.ts';
import { peopleTexts } from './people/texts.ts';
import { credentialRecord } from './security/records.ts';
import { securityTexts } from './security/texts.ts';
import { settingRecord } from './settings/records.ts';
import { settingsTexts } from './settings/texts.ts';
import { savedViewRecord } from './views/records.ts';
import { viewsTexts } from './views/texts.ts';
import { locationRecord } from './locations/records.ts';
import { locationsTexts } from './locations/texts.ts';
import {
  productAttributeRecord,
  productCategoryRecord,
  productRecord,
  productSettingRecord,
} from './products/records.ts';
import { productsTexts } from './products/texts.ts';
import {
  missingSerialRecord,
  serialLinkRecord,
  serviceEventRecord,
  warrantyEndRecord,
  warrantyRuleRecord,
} from './serials/records.ts';
import { issuedDocumentRecord, reportScheduleRecord } from './reports/records.ts';
import { reportsTexts } from './reports/texts.ts';
import { serialsTexts } from './serials/texts.ts';
import { signatureRecord } from './signing/records.ts';
import { signingTexts } from './signing/texts.ts';

/** Every kind of record whose versions stand in the journal, in the order verification walks them. */
export const records = [
  productRecord,
  partnerRecord,
  locationRecord,
  lotRecord,
  serialLinkRecord,
  savedViewRecord,
  personRecord,
  roleRecord,
  credentialRecord,
  authorisationRecord,
  settingRecord,
  signatureRecord,
  statusDecisionRecord,
  auditReviewRecord,
  issuedDocumentRecord,
  reportScheduleRecord,
  numberingRuleRecord,
  numberSeriesRecord,
  holdRecord,
  stockStatusRecord,
  statusRuleRecord,
  labelPrintRecord,
  labelCountRecord,
  partnerTermsRecord,
  warrantyRuleRecord,
  warrantyEndRecord,
  serviceEventRecord,
  missingSerialRecord,
  attachedFileRecord,
  supplierApprovalRecord,
  receiptRuleRecord,
  productSettingRecord,
  productCategoryRecord,
  inspectionPlanRecord,
  planUseRecord,
  planTableRecord,
  productAttributeRecord,
  inspectionRecord,
  inspectionReadingRecord,
  inspectionDecisionRecord,
  inspectionSampleRecord,
  inspectionSeriesRecord,
] as const;

/** The words that features bring; those of the older screens stand in `texts/`. */
export const texts = [
  productsTexts,
  inspectionsTexts,
  inspectionWorkTexts,
  inspectionDoingTexts,
  partnersTexts,
  locationsTexts,
  numberingTexts,
  holdsTexts,
  statusesTexts,
  suppliersTexts,
  lotsTexts,
  movementsTexts,
  attachmentsTexts,
  labelsTexts,
  dailyTexts,
  todayTexts,
  serialsTexts,
  viewsTexts,
  peopleTexts,
  securityTexts,
  settingsTexts,
  signingTexts,
  auditTexts,
  backupsTexts,
  reportsTexts,
] as const;

/** The kind of this name; undefined for one this program does not have. */
export const recordNamed = (name: string, among: readonly RecordKind[] = records): RecordKind | undefined =>
  among.find((one) => one.name === name);

/** The field as versions call it; undefined where this program does not have it. */
export const fieldNamed = (
  recordName: string,
  name: string,
  among: readonly RecordKind[] = records,
): Field | undefined => fieldsOf(recordName, among).find(([own]) => own === name)?.[1];

function fieldsOf(recordName: string, among: readonly RecordKind[]): [name: string, of: Field][] {
  const kind = recordNamed(recordName, among);
  return kind === undefined ? [] : fieldsInVersions(kind);
}
