import { z } from 'zod';
import {
  api,
  type Asked,
  ask,
  type DocumentWork,
  keepWhile,
  useAsk,
  useDocument,
  useViews,
  type Work,
  useWork,
  writing,
} from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import type { ListedReport } from '#shared/reports/contract.ts';
import type { SavedView } from '#shared/views/contract.ts';

/** What is in the blanks of a report; a blank that is left alone is left out. */
export type Blanks = Readonly<Record<string, string | boolean | string[]>>;
export const blanksInAddress = z
  .record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]))
  .catch({})
  .default({});

export type ReportsSearch = { report: string; blanks: Blanks; offset: number };
export type Preview = Outputs['reports']['preview'];
export type Issued = Outputs['reports']['listIssued']['rows'][number];
export type Comparison = Outputs['reports']['compare'];

export const useCatalogue = (): Asked<Outputs['reports']['list']> =>
  useAsk(ask.reports.list.queryOptions({ input: {} }));

/** The report as it would be made now; its first rows. */
export const usePreview = (report: string, blanks: Blanks): Asked<Preview> =>
  useAsk({
    ...ask.reports.preview.queryOptions({ input: { report, parameters: blanks, ...writing() } }),
    placeholderData: keepWhile,
  });

export const useReportDocument = (report: string, blanks: Blanks): DocumentWork =>
  useDocument(`report ${report} ${JSON.stringify(blanks)}`, (drawing) =>
    api.reports.draw({ report, parameters: blanks, ...drawing }),
  );

export const issuedPerPage = 20;
export const useIssued = (offset: number): Asked<Outputs['reports']['listIssued']> =>
  useAsk({
    ...ask.reports.listIssued.queryOptions({ input: { offset, limit: issuedPerPage } }),
    placeholderData: keepWhile,
  });

/** Makes a document again and says whether it would be the same. */
export const useComparing = (number: number): Work<number, Comparison> =>
  useWork(`reports.compare ${number}`, (asked: number) => api.reports.compare({ number: asked }));

/** The reports a person keeps, each with what is in its blanks. */
export function useOwnReports() {
  const { views, save, remove, failure } = useViews('reports');
  const own = views.map(readOwn);
  const find = (report: string, blanks: Blanks): OwnReport | undefined =>
    own.find((one) => one.report === report && isAlike(one.blanks, blanks));
  return {
    own,
    failure,
    find,
    /** Keeps a report, or keeps it no longer. */
    toggle(report: ListedReport, blanks: Blanks, title: string): void {
      const kept = find(report.name, blanks);
      if (kept !== undefined) remove(kept.name);
      else save({ name: freeName(title, own), question: { report: report.name, ...blanks } });
    },
  };
}

export type OwnReport = { name: string; report: string; blanks: Blanks };

function readOwn({ name, question: { report, ...rest } }: SavedView): OwnReport {
  return { name, report: String(report), blanks: blanksInAddress.parse(rest) };
}

const isAlike = (one: Blanks, other: Blanks): boolean => inOrder(one) === inOrder(other);
const inOrder = (blanks: Blanks): string => JSON.stringify(Object.entries(blanks).sort(([a], [b]) => (a < b ? -1 : 1)));

function freeName(title: string, own: readonly OwnReport[]): string {
  const taken = new Set(own.map(({ name }) => name));
  let name = title;
  for (let number = 2; taken.has(name); number += 1) name = `${title} ${number}`;
  return name;
}
