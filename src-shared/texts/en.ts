import { app, keys } from './en/app.ts';
import { audit } from './en/audit.ts';
import { backups, reviews } from './en/backups.ts';
import { charts } from './en/charts.ts';
import { common, fields, statuses } from './en/common.ts';
import { desktop } from './en/desktop.ts';
import { documents } from './en/documents.ts';
import { dossier } from './en/dossier.ts';
import { errors, issueKinds } from './en/errors.ts';
import { exchange } from './en/exchange.ts';
import { find } from './en/find.ts';
import { forms } from './en/forms.ts';
import { jobs } from './en/jobs.ts';
import { lists, lots, serials } from './en/lists.ts';
import { movements } from './en/movements.ts';
import { people } from './en/people.ts';
import { products } from './en/products.ts';
import { questions } from './en/questions.ts';
import { recalls } from './en/recalls.ts';
import { reports } from './en/reports.ts';
import { decisions, signing } from './en/signing.ts';
import { trace } from './en/trace.ts';
import { welcome } from './en/welcome.ts';

/** English, complete: the shape every other language must have. Keyed by feature; `_one` and `_other` are plural forms. */
export const en = {
  app,
  desktop,
  common,
  charts,
  fields,
  statuses,
  movements,
  find,
  forms,
  jobs,
  people,
  signing,
  decisions,
  products,
  questions,
  lists,
  lots,
  serials,
  exchange,
  trace,
  dossier,
  recalls,
  welcome,
  audit,
  backups,
  reviews,
  keys,
  reports,
  documents,
  errors,
  issueKinds,
};

/** What every language must have: the same keys, any words. */
export type Texts = typeof en;
