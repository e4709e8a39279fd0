import { z } from 'zod';
import {
  type Asked,
  api,
  ask,
  type DocumentWork,
  type Failure,
  keepWhile,
  useAsk,
  useDocument,
  type Signing,
  type Unsigned,
  useSigning,
  useWork,
} from '#renderer/client/index.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { type HistoriedRecord, historiedRecords } from '#shared/audit/vocabulary.ts';
import type { Outputs } from '#shared/contract.ts';
import { codeInAddress } from '#renderer/components/screen.ts';
import { today, zoneShown } from '#renderer/components/figures.tsx';
import { dateSpanOn, isDateFilter } from '#shared/kernel/list.ts';
import { addDays, isPlainDate } from '#shared/kernel/dates.ts';
import { beginIn } from '#shared/kernel/zones.ts';

export type Entries = Outputs['audit']['list'];
export type EntryDetail = Outputs['audit']['get'];
export type Outcome = '' | 'done' | 'refused';

export const outcomeInAddress = z.enum(['', 'done', 'refused']).catch('').default('');
export const daysInAddress = z.string().refine(isDateFilter).catch('').default('');
export const pageSize = 200;

export type AuditFilter = {
  operation: string;
  person: string;
  outcome: Outcome;
  record: string;
  /** A span of days in the plant's zone, or one counted from today; "" for all. */
  days: string;
};
export type AuditSearch = AuditFilter & { offset: number };

/** What an address says of it, and a view that is kept: days that are counted from today stay so. */
export const filterInAddress = {
  operation: codeInAddress,
  person: codeInAddress,
  outcome: outcomeInAddress,
  record: codeInAddress,
  days: daysInAddress,
};
export const filterInView = z.object(filterInAddress);

/** What is kept as a view: the filter without its blanks. */
export const viewOf = (search: AuditSearch): Record<string, string> =>
  Object.fromEntries(Object.entries(filterInView.parse(search)).filter(([, value]) => value !== ''));

/** The trail unfiltered. */
export const everyEntry: AuditSearch = {
  operation: '',
  person: '',
  outcome: '',
  record: '',
  days: '',
  offset: 0,
};

export function useEntries({ offset, ...filter }: AuditSearch): Asked<Entries> {
  const input = { ...questionOf(filter), offset, limit: pageSize };
  return useAsk({ ...ask.audit.list.queryOptions({ input }), placeholderData: keepWhile });
}

/** The audit trail as it is filtered, for Excel or as a PDF; with everything that imports wrote, where that is wanted. */
export function useAuditDocument({ offset: _offset, ...filter }: AuditSearch, appendix: boolean): DocumentWork {
  const question = questionOf(filter);
  return useDocument(`audit ${JSON.stringify({ question, appendix })}`, (drawing) =>
    api.reports.draw({ report: 'audit', parameters: { question, appendix }, ...drawing }),
  );
}

/** Days as the host is asked for them: moments in the plant's zone. */
function questionOf({ days, ...filter }: AuditFilter) {
  const { from, to } = dateSpanOn(today(), days);
  return { ...filter, from: beginOf(from), until: beginOf(to, 1) };
}

/** The moment a day begins in the plant's zone, or so many days later; "" for what is no day. */
export function beginOf(day: string, daysLater = 0): string {
  if (!isPlainDate(day)) return '';
  return new Date(beginIn(zoneShown(), addDays(day, daysLater))).toISOString();
}

export const useEntry = (seq: number, offset: number): Asked<EntryDetail> =>
  useAsk({
    ...ask.audit.get.queryOptions({ input: { seq, offset, limit: pageSize } }),
    placeholderData: keepWhile,
  });

export type Reviews = Outputs['audit']['listReviews'];
export const useReviews = (offset: number): Asked<Reviews> =>
  useAsk({
    ...ask.audit.listReviews.queryOptions({ input: { offset, limit: pageSize } }),
    placeholderData: keepWhile,
  });

export const useReview = (input: Unsigned<'audit', 'review'>, onSigned: () => void): Signing =>
  useSigning('audit.review', api.audit.review, { input, onSigned });

export type Versions = Outputs['audit']['versions'];
export type HistorySearch = { record: HistoriedRecord; key: string[]; left: number; right: number; offset: number };
export const recordInAddress = z.enum(historiedRecords).catch('product').default('product');
export const keyInAddress = z.array(z.coerce.string()).catch([]).default([]);

export const useVersions = (search: HistorySearch): Asked<Versions> =>
  useAsk({
    ...ask.audit.versions.queryOptions({ input: { ...search, key: inParts(search), limit: pageSize } }),
    placeholderData: keepWhile,
  });

/** A lot is named by three parts, the rest by one. */
const inParts = ({ record, key }: HistorySearch): string[] =>
  Array.from({ length: record === 'lot' ? 3 : 1 }, (_, part) => key[part] ?? '');

export type Verifying = {
  verify: () => void;
  /** The id of the work among the running jobs. */
  job: string;
  running: boolean;
  result: Verification | undefined;
  failure: Failure | undefined;
};

/** Has the host recompute everything. Asked for by a person, never by itself: it takes seconds on a large store. */
export function useVerifying(): Verifying {
  const work = useWork('audit.verify', (job: string) => api.audit.verify({ job }));
  return {
    verify: () => work.run(crypto.randomUUID()),
    job: work.input ?? '',
    running: work.running,
    result: work.reply,
    failure: work.failure,
  };
}
