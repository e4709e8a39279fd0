import { hex, sha256 } from '#main/store/chain.ts';
import { query } from '#main/store/query.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';

/** A part of a document by its heading, and the digest of what it says. */
export type IssuedPart = { title: string; digest: string };

/** What a report says, part by part, without who made it and when. The first part is what stands before the lists. */
export const partsOf = ({ title, statement, facts, filters, figures, sections }: ReportModel): IssuedPart[] => [
  part('', { title, statement, facts, filters, figures }),
  ...sections.map((section) => part(section.title, section)),
];

// Reports write the keys of their values always in the same order.
const part = (title: string, said: unknown): IssuedPart => ({ title, digest: hex(sha256(JSON.stringify(said))) });

/** The headings of what one of two says and the other does not say, or says otherwise. */
export function differing(before: readonly IssuedPart[], now: readonly IssuedPart[]): string[] {
  const key = ({ title, digest }: IssuedPart): string => `${title}\u001f${digest}`;
  const without = (some: readonly IssuedPart[], others: readonly IssuedPart[]): string[] => {
    const known = new Set(others.map(key));
    return some.filter((one) => !known.has(key(one))).map(({ title }) => title);
  };
  return [...new Set([...without(before, now), ...without(now, before)])];
}

type Among = { reports: readonly string[] };

export const countIssued = query((tables, { reports }: Among, { textsOf }) =>
  tables
    .selectFrom('issued_document')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('report', 'in', textsOf(reports)),
);

/** Documents of some reports that were handed over, newest first. */
export const issuedPage = query(
  (tables, { reports, offset, limit }: Among & { offset: number; limit: number }, { textsOf }) =>
    tables
      .selectFrom('issued_document')
      .select(['number', 'report', 'title', 'format', 'entry', 'sha256', 'person', 'person_name as personName', 'at'])
      .where('report', 'in', textsOf(reports))
      .orderBy('number', 'desc')
      .limit(limit)
      .offset(offset),
);

export const issuedDocument = query((tables, { number }: { number: number }) =>
  tables.selectFrom('issued_document').selectAll().where('number', '=', number),
);

export const lastIssued = query((tables) =>
  tables.selectFrom('issued_document').select(({ fn }) => fn.max<number | null>('number').as('number')),
);
