import type { Migration } from './migration.ts';
import { m0001Journal } from './m0001Journal.ts';
import { m0002Lists } from './m0002Lists.ts';
import { m0003People } from './m0003People.ts';
import { m0004Numbers } from './m0004Numbers.ts';
import { m0005Documents } from './m0005Documents.ts';
import { m0006Schedules } from './m0006Schedules.ts';
import { m0007ShelfLife } from './m0007ShelfLife.ts';
import { m0008Numbering } from './m0008Numbering.ts';
import { m0009Holds } from './m0009Holds.ts';
import { m0010Labels } from './m0010Labels.ts';
import { m0011PartnerTerms } from './m0011PartnerTerms.ts';
import { m0012Statuses } from './m0012Statuses.ts';
import { m0013Serials } from './m0013Serials.ts';
import { m0014Attachments } from './m0014Attachments.ts';
import { m0015LotCapacity } from './m0015LotCapacity.ts';
import { m0016Suppliers } from './m0016Suppliers.ts';
import { m0017ExpiryCap } from './m0017ExpiryCap.ts';
import { m0018PartnersByHand } from './m0018PartnersByHand.ts';
import { m0019ProductSettings } from './m0019ProductSettings.ts';
import { m0020InspectionPlans } from './m0020InspectionPlans.ts';
import { m0021ProductAttributes } from './m0021ProductAttributes.ts';
import { m0022PackUnits } from './m0022PackUnits.ts';
import { m0023PlanTables } from './m0023PlanTables.ts';
import { m0024StatusesSaid } from './m0024StatusesSaid.ts';
import { m0025Inspections } from './m0025Inspections.ts';
import { m0026DueInspections } from './m0026DueInspections.ts';
import { m0027InspectionsDone } from './m0027InspectionsDone.ts';
import { m0028Samples } from './m0028Samples.ts';

/** Every migration of the SQLite store, in order. The number of the last is the schema version. */
export const migrations: readonly Migration[] = [
  m0001Journal,
  m0002Lists,
  m0003People,
  m0004Numbers,
  m0005Documents,
  m0006Schedules,
  m0007ShelfLife,
  m0008Numbering,
  m0009Holds,
  m0010Labels,
  m0011PartnerTerms,
  m0012Statuses,
  m0013Serials,
  m0014Attachments,
  m0015LotCapacity,
  m0016Suppliers,
  m0017ExpiryCap,
  m0018PartnersByHand,
  m0019ProductSettings,
  m0020InspectionPlans,
  m0021ProductAttributes,
  m0022PackUnits,
  m0023PlanTables,
  m0024StatusesSaid,
  m0025Inspections,
  m0026DueInspections,
  m0027InspectionsDone,
  m0028Samples,
];
