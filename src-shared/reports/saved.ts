import { asItIs, type ReportShape } from '#shared/kernel/reportShape.ts';

/** What is asked of a report: what is in its blanks, the columns it is wanted with, and under which name it is kept. */
export type AskedReport = { parameters: Readonly<Record<string, unknown>>; shape: ReportShape; name: string };

/** What stands beside the blanks of a report; a test holds that no blank is called so. */
export const besideBlanks = ['report', 'shownColumns', 'groupedBy', 'ownName'] as const;

/** The same as one flat question, as views of lists and the register keep theirs. */
export const questionOf = ({ parameters, shape, name }: AskedReport): Record<string, unknown> => ({
  ...parameters,
  ...(shape.columns.length === 0 ? {} : { shownColumns: [...shape.columns] }),
  ...(shape.group === '' ? {} : { groupedBy: shape.group }),
  ...(name === '' ? {} : { ownName: name }),
});

export function askedIn(question: Readonly<Record<string, unknown>>): AskedReport {
  const { shownColumns = asItIs.columns, groupedBy = '', ownName = '', ...parameters } = question;
  return {
    parameters,
    shape: { columns: Array.isArray(shownColumns) ? shownColumns.map(String) : [], group: String(groupedBy) },
    name: String(ownName),
  };
}

/** A report that a person keeps: which one, and what is asked of it. Its name is that of the view. */
export function savedReportIn(question: Readonly<Record<string, unknown>>): AskedReport & { report: string } {
  const { report = '', ...asked } = question;
  return { report: String(report), ...askedIn(asked) };
}
