import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { attachments } from './attachments/contract.ts';
import { audit } from './audit/contract.ts';
import { backups } from './backups/contract.ts';
import { daily } from './daily/contract.ts';
import { dossier } from './dossier/contract.ts';
import { exchange } from './exchange/contract.ts';
import { holds } from './holds/contract.ts';
import { inspections } from './inspections/contract.ts';
import { jobs } from './jobs/contract.ts';
import { labels } from './labels/contract.ts';
import { lots } from './lots/contract.ts';
import { numbering } from './numbering/contract.ts';
import { movements } from './movements/contract.ts';
import { partners } from './partners/contract.ts';
import { people } from './people/contract.ts';
import { locations } from './locations/contract.ts';
import { products } from './products/contract.ts';
import { recalls } from './recalls/contract.ts';
import { reports } from './reports/contract.ts';
import { statuses } from './statuses/contract.ts';
import { suppliers } from './suppliers/contract.ts';
import { serials } from './serials/contract.ts';
import { security } from './security/contract.ts';
import { settings } from './settings/contract.ts';
import { signing } from './signing/contract.ts';
import { today } from './today/contract.ts';
import { trace } from './trace/contract.ts';
import { views } from './views/contract.ts';

/** Everything Lotline can do, for every host. */
export const contract = {
  jobs,
  signing,
  people: { ...security, ...people, ...settings, ...views },
  audit,
  backups,
  products,
  partners,
  locations,
  numbering,
  holds,
  statuses,
  suppliers,
  lots,
  serials,
  attachments,
  movements,
  labels,
  daily,
  inspections,
  trace,
  recalls,
  reports,
  exchange,
  dossier,
  today,
};
export type Contract = typeof contract;

export type Inputs = InferContractRouterInputs<Contract>;
export type Outputs = InferContractRouterOutputs<Contract>;
