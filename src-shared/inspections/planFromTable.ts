import { fold } from '#shared/kernel/fold.ts';
import { headNames, headsIn, type TableTexts } from './tableHeads.ts';
import { inspectionsTexts } from './texts.ts';
import {
  characteristicKinds,
  designators,
  featureSides,
  geometries,
  materialConditions,
  type WrittenRow,
} from './vocabulary.ts';

/** What a column of a table is: one of a plan's own, or one that says something of several. */
type Head = keyof WrittenRow | 'sheetZone' | 'limitType' | 'isKey';

const words = [inspectionsTexts.en.inspections, inspectionsTexts.de.inspections] as const;

const others: readonly (readonly [Head, readonly string[]])[] = [
  // As 1factory names the columns of a quality control plan, and what is usual beside.
  ['balloon', ['balloon', 'balloon no', 'balloon number', 'bubble', 'char no', 'char number', '#']],
  ['sheetZone', ['sheet/zone', 'reference location']],
  ['limitType', ['type', 'tolerance type']],
  ['places', ['places', 'number of places', 'qty places']],
  ['name', ['characteristic', 'description']],
  ['specification', ['specification', 'spec', 'tolerance']],
  ['condition', ['bonus tolerance', 'material condition', 'bonus']],
  ['datums', ['descriptor', 'datum', 'datums']],
  ['unit', ['uom', 'unit of measure', 'units']],
  ['kind', ['data type']],
  ['isKey', ['key', 'key characteristic', 'key char']],
  ['designator', ['classification', 'characteristic designator']],
  ['method', ['method', 'inspection method']],
  ['instrument', ['gauge', 'gage', 'equipment', 'instrument']],
  ['instruction', ['instructions', 'inspection instructions']],
  ['sampling', ['sampling', 'sampling plan', 'sample size', 'sample']],
  ['needsFile', ['attachment', 'attachments']],
  ['operation', ['operation', 'op', 'operation number']],
];

/** The columns of a plan, each with a text as its name. */
const fields = [
  ...(['balloon', 'name', 'kind', 'specification', 'unit', 'designator', 'sampling', 'places', 'method'] as const),
  ...([
    'instrument',
    'formula',
    'rule',
    'instruction',
    'reaction',
    'requirement',
    'sheet',
    'zone',
    'geometry',
  ] as const),
  ...([
    'datums',
    'condition',
    'sizeOf',
    'side',
    'needsFile',
    'isDual',
    'difference',
    'isLongTerm',
    'operation',
  ] as const),
] satisfies readonly (keyof WrittenRow)[];

const names = headNames<Head>([
  ...fields.map((field) => [field, [field, ...words.map(({ row }) => row[field])]] as const),
  ...others,
]);

/** The texts of a row by the columns they go to. */
export type RowTexts = Partial<Record<keyof WrittenRow, string>>;
/** `at` is its row in the table. */
export type PlanFromTable = {
  columns: readonly (keyof WrittenRow | undefined)[];
  leftOut: readonly string[];
  rows: readonly { at: number; texts: RowTexts }[];
};

/** The rows of a plan in a table that names its columns; undefined where none of its first rows does. */
export function planFromTable(table: TableTexts): PlanFromTable | undefined {
  const heads = headsIn(table, names);
  if (heads === undefined) return undefined;
  const { row: headRow, columns, leftOut } = heads;
  const rows = table.flatMap((cells, at) => {
    if (at <= headRow || cells.every((cell) => cell.trim() === '')) return [];
    const said: Partial<Record<Head, string>> = {};
    for (const [column, head] of columns.entries()) if (head !== undefined) said[head] = (cells[column] ?? '').trim();
    return [{ at, texts: textsOf(said) }];
  });
  return { columns: columns.map((head) => (head === undefined ? undefined : fieldOf(head))), leftOut, rows };
}

/** Where a fault in a column is shown. */
function fieldOf(head: Head): keyof WrittenRow {
  switch (head) {
    case 'sheetZone':
      return 'zone';
    case 'limitType':
      return 'specification';
    case 'isKey':
      return 'designator';
    default:
      return head;
  }
}

function textsOf({ sheetZone = '', limitType = '', isKey = '', ...same }: Partial<Record<Head, string>>): RowTexts {
  const texts: RowTexts = { ...same };
  const set = (field: keyof WrittenRow, text: string): void => {
    if (text !== '' && (texts[field] ?? '') === '') texts[field] = text;
  };
  const [, sheet, zone] = /^(\S+?)\s*[/,;|]\s*(\S.*)$/.exec(sheetZone) ?? [];
  set('sheet', sheet ?? '');
  set('zone', zone ?? sheetZone);
  if (texts.kind !== undefined) texts.kind = kindOf(texts.kind);
  if (texts.places !== undefined) texts.places = texts.places.replace(/^(\d+)\s*[x×]$/iu, '$1');
  if (texts.condition !== undefined) texts.condition = conditionOf(texts.condition);
  if (texts.needsFile !== undefined) texts.needsFile = flagOf(texts.needsFile);
  if (texts.designator !== undefined) texts.designator = oneOf(texts.designator, 'designators', designators);
  if (texts.side !== undefined) texts.side = oneOf(texts.side, 'sides', featureSides);
  if (texts.geometry !== undefined) texts.geometry = oneOf(texts.geometry, 'geometries', geometries);
  if (texts.sampling !== undefined) texts.sampling = texts.sampling.replace(/^c\s*=\s*0\b/iu, 'table C=0');
  // What is called key and says yes; another word is a class, or none that is known.
  const key = flagOf(isKey);
  set('designator', key === 'yes' ? 'key' : oneOf(key, 'designators', designators));
  return withLimitType(texts, limitType);
}

const figure = /^-?(?:\d+(?:[.,]\d+)?|[.,]\d+)$/;

/** What the type of a tolerance adds to a specification that is a figure alone, and says of the row. */
function withLimitType(texts: RowTexts, written: string): RowTexts {
  const type = fold(written).replaceAll(/[^a-z&]/g, '');
  const isFigure = figure.test(texts.specification ?? '');
  const spec = (text: string): RowTexts => (isFigure ? { ...texts, specification: text } : texts);
  const kind = (texts.kind ?? '') === '' ? kindOf(written) : texts.kind;
  switch (type) {
    case 'basic':
    case 'bsc':
      return spec(`${texts.specification} basic`);
    case 'ref':
    case 'reference':
      return spec(`${texts.specification} ref`);
    case 'min':
      return spec(`min ${texts.specification}`);
    case 'max':
      return spec(`max ${texts.specification}`);
    case 'gd&t':
    case 'gdt': {
      const geometry = oneOf(texts.name ?? '', 'geometries', geometries);
      const isKnown = geometries.some((one) => one === geometry);
      return { ...spec(`max ${texts.specification}`), ...(isKnown && (texts.geometry ?? '') === '' && { geometry }) };
    }
    case 'note':
      return { ...texts, ...((texts.kind ?? '') === '' && { kind: 'text' }) };
    default:
      // Nominal and tolerance, or two limits: the specification says so itself.
      return type === '' || /^(?:nom|min)/.test(type) ? texts : { ...texts, ...(kind !== undefined && { kind }) };
  }
}

const kindWords: ReadonlyMap<string, string> = new Map([
  ...['num', 'numeric', 'variable', 'measurement'].map((word) => [word, 'number'] as const),
  ...['pf', 'passfail', 'attribute', 'gonogo', 'visual'].map((word) => [word, 'attribute'] as const),
  ['note', 'text'],
]);
const kindOf = (text: string): string =>
  kindWords.get(fold(text).replaceAll(/[^a-z]/g, '')) ?? oneOf(text, 'kinds', characteristicKinds);

function conditionOf(text: string): string {
  const [letter = ''] = fold(text).replaceAll(/[^a-z]/g, '');
  const found = materialConditions.find((one) => fold(one) === fold(text).trim());
  return found ?? { m: 'MMC', l: 'LMC', s: 'RFS' }[text.trim().length === 1 ? letter : ''] ?? text;
}

/** Yes as a flag has it, "" for what is not so; any other word as it stands, to be told at its cell. */
function flagOf(text: string): string {
  const said = fold(text).trim();
  if (['y', 'yes', 'ja', 'j', 'x', 'true', 'key', 'mandatory', 'required', '✓', '✔', '1'].includes(said)) return 'yes';
  return ['n', 'no', 'nein', 'false', 'optional', 'none', '0', '-', '–'].includes(said) ? '' : text;
}

/** One of our own values by its word in any language; what is none of them as it stands. */
function oneOf<V extends string>(
  text: string,
  group: 'kinds' | 'designators' | 'geometries' | 'sides',
  values: readonly V[],
) {
  const sought = fold(text).trim();
  const isCalled = (value: V): boolean =>
    fold(value) === sought ||
    words.some((of) => Object.entries(of[group]).some(([name, word]) => name === value && fold(word) === sought));
  return values.find(isCalled) ?? text;
}
