import { formatMoment, type PlainDate } from '#shared/kernel/dates.ts';
import type { Field } from '#shared/kernel/record.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';

/** A value of a version as people are to read it: what kind of thing it is, for a page or a document to write out. */
export type PresentedValue =
  | { as: 'blank' }
  /** One or some of a choice; `words` is where the words for them stand among the texts. */
  | { as: 'word'; words: string; values: readonly string[] }
  | { as: 'yesNo'; yes: boolean }
  | { as: 'days'; days: number }
  | { as: 'date'; date: PlainDate }
  | { as: 'status'; status: string }
  | { as: 'quantity'; amount: string }
  | { as: 'moment'; at: string }
  /** What a saved view shows: fields of a list and what is asked of them; its columns and its sort are fields themselves. */
  | { as: 'question'; parts: readonly QuestionPart[] }
  | { as: 'text' | 'code'; text: string };

export type QuestionPart = { field: string; values: readonly string[]; areFields: boolean };

/** Reads a value of a version as its field is declared; of a field this program does not have it is a code. */
export function presentValue(field: Field | undefined, value: string): PresentedValue {
  if (value === '') return { as: 'blank' };
  switch (field?.kind) {
    case 'choice':
      return { as: 'word', words: field.words, values: value.split(',') };
    case 'flag':
      return { as: 'yesNo', yes: value === '1' };
    case 'days':
      return { as: 'days', days: Number(value) };
    case 'date':
      return { as: 'date', date: value };
    case 'status':
      return { as: 'status', status: value };
    case 'cost':
      return { as: 'quantity', amount: formatCost(BigInt(value)) };
    case 'quantity':
      return { as: 'quantity', amount: formatQuantity(BigInt(value)) };
    case 'moment':
      return { as: 'moment', at: formatMoment(Number(value)) };
    case 'question':
      return { as: 'question', parts: readQuestion(value) };
    case 'text':
      return { as: 'text', text: value };
    default:
      return { as: 'code', text: value };
  }
}

// A question is written by the program itself: texts, figures, switches, and lists of them. That of a document may hold
// the questions of the lists or traces that it shows.
const readQuestion = (text: string): QuestionPart[] => partsOf(JSON.parse(text) as Asked);

type Asked = Readonly<Record<string, unknown>>;

const partsOf = (asked: Asked): QuestionPart[] =>
  Object.entries(asked).flatMap(([field, value]) => partOf(field, value));

/** What is blank asks nothing, and neither does a switch that is off; one that is on is said by its name alone. */
function partOf(field: string, value: unknown): QuestionPart[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const inner = all.filter((one): one is Asked => typeof one === 'object' && one !== null);
  if (inner.length > 0) return inner.flatMap(partsOf);
  if (value === true) return [{ field, values: [], areFields: false }];
  const values = all.filter((one) => one !== '' && one !== false && one !== null).map(String);
  if (values.length === 0) return [];
  if (field === 'sort') return [{ field, values: values.map((column) => column.replace(/^-/, '')), areFields: true }];
  return [{ field, values, areFields: columnLists.includes(field) }];
}

/** What of a question names columns: those of a list, and those a report is shown with and grouped by. */
const columnLists: readonly string[] = ['columns', 'shownColumns', 'groupedBy'];

/** Writes a view's question in one line; `nameOf` says a field in words. */
export const formatQuestion = (parts: readonly QuestionPart[], nameOf: (field: string) => string): string =>
  parts
    .map(({ field, values, areFields }) => {
      const said = values.map((one) => (areFields ? nameOf(one) : one)).join(', ');
      return said === '' ? nameOf(field) : `${nameOf(field)}: ${said}`;
    })
    .join(' · ');
