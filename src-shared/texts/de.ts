import { app, keys } from './de/app.ts';
import { audit } from './de/audit.ts';
import { backups, reviews } from './de/backups.ts';
import { charts } from './de/charts.ts';
import { common, fields, statuses } from './de/common.ts';
import { desktop } from './de/desktop.ts';
import { documents } from './de/documents.ts';
import { dossier } from './de/dossier.ts';
import { errors, issueKinds } from './de/errors.ts';
import { exchange } from './de/exchange.ts';
import { find } from './de/find.ts';
import { forms } from './de/forms.ts';
import { jobs } from './de/jobs.ts';
import { lists, lots, serials } from './de/lists.ts';
import { movements } from './de/movements.ts';
import { people } from './de/people.ts';
import { products } from './de/products.ts';
import { questions } from './de/questions.ts';
import { recalls } from './de/recalls.ts';
import { reports } from './de/reports.ts';
import { decisions, signing } from './de/signing.ts';
import { trace } from './de/trace.ts';
import { welcome } from './de/welcome.ts';
import type { Texts } from './en.ts';

/** German, complete. */
export const de: Texts = {
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
