import { formatMoment, type PlainDate } from '#shared/kernel/dates.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';

/** A value of a version as people are to read it: what kind of thing it is, for a page or a document to write out. */
export type SaidValue =
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

/** Reads a value as the store keeps it: costs are whole ten-thousandths, quantities millionths, moments microseconds. */
export function saidValue(record: string, field: string, value: string): SaidValue {
  if (value === '') return { as: 'blank' };
  const words = choices[`${record}.${field}`];
  if (words !== undefined) return { as: 'word', words, values: value.split(',') };
  if (switches.has(field)) return { as: 'yesNo', yes: value === '1' };
  if (field.endsWith('Days')) return { as: 'days', days: Number(value) };
  if (field.endsWith('On') || field.startsWith('valid')) return { as: 'date', date: value };
  if (field.endsWith('Status') || field.startsWith('status')) return { as: 'status', status: value };
  if (/^-?\d+$/.test(value)) {
    if (field === 'standardCost') return { as: 'quantity', amount: formatCost(BigInt(value)) };
    // A decision keeps its quantity as it was signed: in the product's unit.
    if (field === 'quantity' && record !== 'status_decision')
      return { as: 'quantity', amount: formatQuantity(BigInt(value)) };
    if (field === 'at' || field.endsWith('At')) return { as: 'moment', at: formatMoment(Number(value)) };
  }
  if (field === 'question') return { as: 'question', parts: readQuestion(value) };
  return { as: plain.has(field) ? 'text' : 'code', text: value };
}

/** Where the words for the values of a field stand among the texts. */
const choices: Readonly<Record<string, string>> = {
  'product.lotTracking': 'dossier.lotTrackings',
  'product.serialTracking': 'dossier.serialTrackings',
  'product.traceDetail': 'audit.traceDetails',
  'partner.kind': 'dossier.kinds',
  'place.kind': 'audit.placeKinds',
  'saved_view.list': 'audit.lists',
  'person.roles': 'people.roleNames',
  'role.code': 'people.roleNames',
  'role.permissions': 'people.permissions',
  'authorisation.subject': 'people.permissions',
  'signature.meaning': 'audit.meanings',
  'signature.record': 'audit.records',
};

const switches: ReadonlySet<string> = new Set(['stockManaged', 'removed', 'disabled', 'demo', 'mustChange']);

/** Fields that hold words and not codes. */
const plain: ReadonlySet<string> = new Set([
  'name',
  'category',
  'unit',
  'address',
  'parent',
  'component',
  'note',
  'reason',
  'comment',
  'statement',
]);

function readQuestion(text: string): QuestionPart[] {
  // A view's question is written by the program itself: a flat object of texts, figures and lists of texts.
  const asked = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return Object.entries(asked).map(([field, value]) => {
    const values = (Array.isArray(value) ? value : [value]).map(String);
    if (field === 'sort') return { field, values: values.map((column) => column.replace(/^-/, '')), areFields: true };
    return { field, values, areFields: field === 'columns' };
  });
}

/** Writes a view's question in one line; `nameOf` says a field in words. */
export const sayQuestion = (parts: readonly QuestionPart[], nameOf: (field: string) => string): string =>
  parts
    .map(
      ({ field, values, areFields }) =>
        `${nameOf(field)}: ${values.map((one) => (areFields ? nameOf(one) : one)).join(', ')}`,
    )
    .join(' · ');
