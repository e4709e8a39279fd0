import { type Formats, formatsOf } from '#main/documents/format.ts';
import { fill } from '#main/documents/words.ts';
import {
  type AuditExtract,
  type ExtractChange,
  type LongEntry,
  mostListedRecords,
} from '#main/features/audit/auditExtract.queries.ts';
import type { AuditEntry, AuditQuestion } from '#shared/audit/contract.ts';
import { presentValue, formatQuestion } from '#shared/audit/presentValue.ts';
import { summariesIn } from '#shared/audit/summary.ts';
import { formatMessage } from '#shared/kernel/message.ts';
import { textAt } from '#shared/kernel/texts.ts';
import {
  type ReportFrame,
  type ReportCell,
  type ReportColumn,
  type ReportBody,
  type ReportSection,
  type ReportTable,
  reportTable,
} from '#shared/kernel/reportModel.ts';
import { fieldNamed } from '#shared/records.ts';
import type { DocumentFormat } from '#shared/reports/vocabulary.ts';
import { isLanguage, readingIn, recogniserFor } from '#shared/texts/index.ts';
import { textsOf } from '#main/documents/reportFrame.ts';

/**
 * So many rows of entries, and of changes, at most: the words for them are found in the main process, which answers
 * others meanwhile, and a PDF of more than a few hundred pages serves nobody. What is left out is said in the document.
 */
export const mostAuditRows: Readonly<Record<DocumentFormat, number>> = { pdf: 10_000, xlsx: 50_000, csv: 50_000 };

/** How changes stand in a document. */
type Tables = { frame: ReportFrame; tableOf: (changes: readonly ExtractChange[], frame: ReportFrame) => ReportTable };
type Column<Row> = ReportColumn & { of: (row: Row) => ReportCell };
type Parts = {
  extract: AuditExtract;
  question: AuditQuestion;
  format: DocumentFormat;
  /** Whether the extract has the appendix. */
  appendix: boolean;
  frame: ReportFrame;
};

/**
 * The audit trail on paper, as it is filtered: the entries, and what they changed from which value to which. What an
 * import wrote is counted, and is in an appendix where that is asked for.
 */
export function auditReport({ extract, question, format, appendix, frame }: Parts): ReportBody {
  const { audit } = textsOf(frame);
  const { entries, total, refusals, records, long } = extract;
  const tableOf = format === 'pdf' ? recordTable : changeTable;
  return {
    title: audit.extractTitle,
    subject: question.record,
    statement: audit.extractStatement,
    facts: [],
    filters: filtersOf(question, frame),
    figures: [
      { label: audit.entries, values: [total] },
      { label: audit.refused, values: [refusals] },
      { label: audit.extractRecords, values: [records] },
    ],
    sections: [
      entrySection(entries, total, format, frame),
      changeSection(extract, question, { frame, tableOf }),
      ...(long.length === 0 ? [] : [longSection(extract, appendix, frame)]),
      ...(long.length === 0 || !appendix ? [] : [appendixSection(extract, { frame, tableOf })]),
    ],
  };
}

function entrySection(
  entries: readonly AuditEntry[],
  total: number,
  format: DocumentFormat,
  frame: ReportFrame,
): ReportSection {
  const { audit, fields, signing } = textsOf(frame);
  const sentence = textsOf(frame).audit[format === 'pdf' ? 'cutPdf' : 'cut'];
  const { integer, dateTime } = formatsOf(frame);
  const summaryOf = summaries(frame);
  const clockOf = ({ clockBehind }: AuditEntry): string =>
    clockBehind === undefined ? '' : `${signing.clockBehind} ${dateTime(clockBehind)}`;
  const nameOf = operationNames(frame);
  const columns: Column<AuditEntry>[] = [
    { key: 'seq', header: audit.seq, kind: 'integer', of: ({ seq }) => seq },
    { key: 'at', header: fields.at, kind: 'dateTime', of: ({ at }) => at },
    { key: 'person', header: fields.person, kind: 'text', of: ({ person }) => person },
    { key: 'operation', header: audit.operation, kind: 'text', of: ({ operation }) => nameOf(operation) },
    {
      key: 'outcome',
      header: audit.outcome,
      kind: 'text',
      of: ({ outcome }) => audit[outcome],
    },
    { key: 'code', header: audit.code, kind: 'code', of: ({ code }) => code },
    {
      key: 'summary',
      header: audit.summary,
      kind: 'text',
      of: (entry) => [summaryOf(entry), clockOf(entry)].filter(Boolean).join(' · '),
    },
    {
      key: 'signers',
      header: signing.by,
      kind: 'text',
      of: ({ signers }) => signers.map(({ name, meaning }) => `${name} (${signing.meanings[meaning]})`).join(', '),
    },
    {
      key: 'host',
      header: audit.host,
      kind: 'text',
      of: ({ host, workstation }) => [textAt(audit.hosts, host) || host, workstation].filter(Boolean).join(' · '),
    },
  ];
  return {
    title: audit.entries,
    level: 1,
    empty: audit.emptyFiltered,
    ...(entries.length === total
      ? {}
      : { sentence: fill(sentence, { shown: integer(entries.length), total: integer(total) }) }),
    table: reportTable(entries, columns),
  };
}

function changeSection(
  { changes, changesCut, long }: AuditExtract,
  { record }: AuditQuestion,
  { frame, tableOf }: Tables,
): ReportSection {
  const { audit } = textsOf(frame);
  const { integer } = formatsOf(frame);
  return {
    title: audit.extractChanges,
    level: 1,
    empty: long.length === 0 ? audit.noChanges : audit.noShortChanges,
    ...sentenceOf([
      record === '' ? '' : fill(audit.onlyChangesOf, { record }),
      changesCut ? fill(audit.cutChanges, { shown: integer(changes.length) }) : '',
    ]),
    table: tableOf(changes, frame),
  };
}

/** What imports and the like wrote, by kind, and where all of it is to be had. */
function longSection({ long }: AuditExtract, appendix: boolean, frame: ReportFrame): ReportSection {
  const { audit } = textsOf(frame);
  const { integer } = formatsOf(frame);
  const rows = long.flatMap(({ seq, kinds }) => kinds.map((kind) => ({ seq, ...kind })));
  const columns: Column<{ seq: number } & LongEntry['kinds'][number]>[] = [
    { key: 'seq', header: audit.seq, kind: 'integer', of: ({ seq }) => seq },
    {
      key: 'record',
      header: audit.record,
      kind: 'text',
      of: ({ record }) => textAt(audit.records, record) || record,
    },
    { key: 'records', header: audit.longRecords, kind: 'integer', of: ({ records }) => records },
    {
      key: 'first',
      header: audit.longFirst,
      kind: 'text',
      of: ({ records, first }) => [...first, ...(records > first.length ? ['…'] : [])].join(', '),
    },
  ];
  const counted = integer(rows.reduce((sum, { records }) => sum + records, 0));
  return {
    title: audit.longEntries,
    level: 1,
    sentence: fill(appendix ? audit.longWithAppendix : audit.longWithout, {
      most: integer(mostListedRecords),
      counted,
    }),
    table: reportTable(rows, columns),
  };
}

function appendixSection({ appendix, appendixCut }: AuditExtract, { frame, tableOf }: Tables): ReportSection {
  const { audit } = textsOf(frame);
  const { integer } = formatsOf(frame);
  return {
    title: audit.appendix,
    level: 1,
    ...sentenceOf([appendixCut ? fill(audit.cutAppendix, { shown: integer(appendix.length) }) : '']),
    table: tableOf(appendix, frame),
  };
}

function changeTable(changes: readonly ExtractChange[], frame: ReportFrame): ReportTable {
  const { audit } = textsOf(frame);
  const formats = formatsOf(frame);
  const valueOf = remembered(values(frame, formats));
  const columns: Column<ExtractChange>[] = [
    ...recordColumns(frame),
    { key: 'field', header: audit.field, kind: 'text', of: ({ field }) => textAt(audit.fields, field) || field },
    { key: 'before', header: audit.before, kind: 'text', of: (row) => valueOf(row, row.before) },
    { key: 'after', header: audit.after, kind: 'text', of: (row) => valueOf(row, row.after) },
  ];
  return reportTable(changes, columns);
}

/** Which version of which record, of which entry. */
function recordColumns(frame: ReportFrame): Column<ExtractChange>[] {
  const { audit } = textsOf(frame);
  return [
    { key: 'seq', header: audit.seq, kind: 'integer', of: ({ seq }) => seq },
    {
      key: 'record',
      header: audit.record,
      kind: 'text',
      of: ({ change }) => textAt(audit.records, change.record) || change.record,
    },
    { key: 'name', header: audit.recordKey, kind: 'code', of: ({ change }) => change.key },
    { key: 'version', header: audit.recordVersion, kind: 'integer', of: ({ change }) => change.version },
  ];
}

/** On paper a row for each record, with all its fields in one cell: a row for each of them fills pages. */
function recordTable(changes: readonly ExtractChange[], frame: ReportFrame): ReportTable {
  const { audit } = textsOf(frame);
  const valueOf = remembered(values(frame, formatsOf(frame)));
  const fieldOf = (row: ExtractChange): string => {
    const name = textAt(audit.fields, row.field) || row.field;
    const after = valueOf(row, row.after);
    // Of a new record nothing was there before.
    return row.change.version === 1 && row.before === ''
      ? `${name}: ${after}`
      : `${name}: ${valueOf(row, row.before)} → ${after}`;
  };
  const records = [...Map.groupBy(changes, ({ change }) => change).values()];
  const columns = recordColumns(frame).map(({ of, ...column }) => ({
    ...column,
    of: ([first]: readonly ExtractChange[]) => (first === undefined ? null : of(first)),
  }));
  return reportTable(records, [
    ...columns,
    {
      key: 'fields',
      header: `${audit.field}: ${audit.before} → ${audit.after}`,
      kind: 'text',
      of: (rows) => rows.map(fieldOf).join('; '),
    },
  ]);
}

const sentenceOf = (parts: readonly string[]): { sentence?: string } => {
  const sentence = parts.filter((part) => part !== '').join(' ');
  return sentence === '' ? {} : { sentence };
};

function filtersOf(question: AuditQuestion, frame: ReportFrame): { label: string; value: string }[] {
  const { audit, fields } = textsOf(frame);
  const formats = formatsOf(frame);
  const { person, record, operation, outcome, from, until } = question;
  const moment = (text: string): string => (text === '' ? '' : formats.dateTime(text));
  return [
    { label: fields.person, value: person },
    { label: audit.recordFilter, value: record },
    { label: audit.operation, value: operation === '' ? '' : operationNames(frame)(operation) },
    { label: audit.outcome, value: outcome === '' ? '' : audit[outcome] },
    { label: audit.fromDay, value: moment(from) },
    { label: audit.untilMoment, value: moment(until) },
  ].filter(({ value }) => value !== '');
}

/** Says an operation, or all of a feature's, in words; one this program does not have by its own name. */
function operationNames(frame: ReportFrame): (operation: string) => string {
  const { operations, groups } = textsOf(frame).audit;
  return (operation) => textAt(operations, operation) || textAt(groups, operation) || operation;
}

function summaries(frame: ReportFrame): (entry: AuditEntry) => string {
  const { audit, errors } = textsOf(frame);
  const locale = new Intl.Locale(frame.locale).language === frame.language ? frame.locale : frame.language;
  const language = isLanguage(frame.language) ? frame.language : 'en';
  const read = (english: string): string => formatMessage(recogniserFor(language)(english), readingIn(language));
  return summariesIn({ ...audit, nothing: audit.nothingNew, errors, read }, locale);
}

/** Imports write the same values many times over, and dates take long to write out. */
function remembered(valueOf: (row: ExtractChange, value: string) => string): typeof valueOf {
  const known = new Map<string, string>();
  return (row, value) => {
    const key = [row.change.record, row.field, row.change.unitOfMeasure, value].join('\u001f');
    const text = known.get(key) ?? valueOf(row, value);
    known.set(key, text);
    return text;
  };
}

/** Writes a value of a version as the page does, in words: a column holds values of every kind. */
function values(frame: ReportFrame, formats: Formats): (row: ExtractChange, value: string) => string {
  const words = textsOf(frame);
  const { audit, common } = words;
  return ({ change, field }, value) => {
    const said = presentValue(fieldNamed(change.record, field), value);
    switch (said.as) {
      case 'blank':
        return audit.blank;
      case 'word':
        return said.values.map((one) => textAt(words, `${said.words}.${one}`) || one).join(', ');
      case 'yesNo':
        return said.yes ? common.yes : common.no;
      case 'days':
        return fill(said.days === 1 ? audit.days_one : audit.days_other, { count: formats.integer(said.days) });
      case 'date':
        return formats.text('date', said.date);
      case 'status':
        return `${said.status} ${formats.statusWord(said.status)}`;
      case 'quantity':
        return formats.quantity({ amount: said.amount, unit: change.unitOfMeasure });
      case 'moment':
        return formats.dateTime(said.at);
      case 'question':
        return formatQuestion(
          said.parts,
          (part) => textAt(audit.fields, part) || textAt(words.reports.parameters, part) || part,
        );
      case 'text':
      case 'code':
        return said.text;
    }
  };
}
