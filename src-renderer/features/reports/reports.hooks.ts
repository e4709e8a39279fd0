import { z } from 'zod';
import {
  api,
  type Asked,
  ask,
  type DocumentWork,
  keepWhile,
  type Commanded,
  useAsk,
  useCommand,
  useDocument,
  useViews,
  type Work,
  useWork,
  writing,
} from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Schedule } from '#shared/reports/contract.ts';
import { questionOf, savedReportIn } from '#shared/reports/saved.ts';
import type { SavedView } from '#shared/views/contract.ts';

/** What is in the blanks of a report; a blank that is left alone is left out. */
export type Blanks = Readonly<Record<string, string | boolean | string[]>>;
export const blanksInAddress = z
  .record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]))
  .catch({})
  .default({});

export const columnsInAddress = z.array(z.string()).catch([]).default([]);

/** What is wanted of a report: what is in its blanks, its columns and groups, and as which of one's own it was opened. */
export type Wanted = { blanks: Blanks; columns: readonly string[]; group: string; saved: string };
export const asItIs: Wanted = { blanks: {}, columns: [], group: '', saved: '' };
export type ReportsSearch = {
  report: string;
  blanks: Blanks;
  columns: string[];
  group: string;
  saved: string;
  offset: number;
};
export type Preview = Outputs['reports']['preview'];
export type Issued = Outputs['reports']['listIssued']['rows'][number];
export type Comparison = Outputs['reports']['compare'];

export const useCatalogue = (): Asked<Outputs['reports']['list']> =>
  useAsk(ask.reports.list.queryOptions({ input: {} }));

const askedOf = (report: string, { blanks, columns, group, saved }: Wanted) => ({
  report,
  parameters: blanks,
  columns: [...columns],
  group,
  name: saved,
});

/** The report as it would be made now; its first rows. */
export const usePreview = (report: string, wanted: Wanted): Asked<Preview> =>
  useAsk({
    ...ask.reports.preview.queryOptions({ input: { ...askedOf(report, wanted), ...writing() } }),
    placeholderData: keepWhile,
  });

export const useReportDocument = (report: string, wanted: Wanted): DocumentWork =>
  useDocument(`report ${report} ${JSON.stringify(wanted)}`, (drawing) =>
    api.reports.draw({ ...askedOf(report, wanted), ...drawing }),
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

/** The reports a person keeps, each with what is wanted of it. */
export function useOwnReports() {
  const { views, save, failure } = useViews('reports');
  const own = views.map(readOwn);
  const renaming = useCommand('reports.renameSaved', api.reports.renameSaved);
  const removing = useCommand('reports.removeSaved', api.reports.removeSaved);
  return {
    own,
    failure: failure ?? renaming.failure ?? removing.failure,
    named: (name: string): OwnReport | undefined => own.find((one) => one.name === name),
    keep: (name: string, report: string, { blanks, columns, group }: Wanted): void =>
      save({
        name,
        // A report's question holds texts, lists of them and flags.
        question: questionOf({ parameters: { report, ...blanks }, shape: { columns, group }, name: '' }) as Question,
      }),
    rename: (name: string, to: string): void => renaming.run({ name, to }),
    remove: (name: string): void => removing.run({ name }),
    /** A name that none of them has. */
    freeName(title: string): string {
      const taken = new Set(own.map(({ name }) => name));
      let name = title;
      for (let number = 2; taken.has(name); number += 1) name = `${title} ${number}`;
      return name;
    },
  };
}

type Question = SavedView['question'];
export type OwnReports = ReturnType<typeof useOwnReports>;
export type OwnReport = { name: string; report: string; wanted: Wanted };

function readOwn({ name, question }: SavedView): OwnReport {
  const { report, parameters, shape } = savedReportIn(question);
  return { name, report, wanted: { blanks: blanksInAddress.parse(parameters), ...shape, saved: name } };
}

/** Whether two say the same, in whatever order their blanks are. */
export const isAlike = (one: Wanted, other: Wanted): boolean =>
  inOrder(one.blanks) === inOrder(other.blanks) &&
  JSON.stringify([one.columns, one.group]) === JSON.stringify([other.columns, other.group]);
const inOrder = (blanks: Blanks): string => JSON.stringify(Object.entries(blanks).sort(([a], [b]) => (a < b ? -1 : 1)));

export const useSchedules = (): Asked<Outputs['reports']['listSchedules']> =>
  useAsk(ask.reports.listSchedules.queryOptions({ input: {} }));

/** Writes a scheduled report now. */
export const useWriting = (name: string): Commanded<string, Outputs['reports']['runSchedule']> =>
  useCommand(`reports.runSchedule ${name}`, (of: string, options) =>
    api.reports.runSchedule({ name: of, byHand: true }, options),
  );

export const useEnding = ({ name, person }: Schedule): Commanded<void, { removed: boolean }> =>
  useCommand(`reports.removeSchedule ${person} ${name}`, (_: void, options) =>
    api.reports.removeSchedule({ name, person }, options),
  );
