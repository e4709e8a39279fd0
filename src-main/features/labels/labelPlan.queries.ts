import type { Database } from 'better-sqlite3';
import { demoOf } from '#main/features/security/identity.queries.ts';
import type { LabelContent, LabelsAlike } from '#main/documents/labels/protocol.ts';
import type { SchemaOutput } from '#main/context/schemas.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { type Unit, unitMessage } from '#shared/kernel/unit.ts';
import type { labels } from '#shared/labels/contract.ts';
import { elementsOf, elementText, labelIssue, linearIssue, lotOnLabel } from '#shared/labels/elements.ts';
import { mostLabels, type TagState } from '#shared/labels/vocabulary.ts';
import { texts, type Texts } from '#shared/texts/index.ts';
import { goodsOf, type NamedGoods, statesOf } from './labelGoods.queries.ts';
import { copiesOf } from './prints.queries.ts';
import { readSum } from '#main/store/exactSum.ts';

export type AskedLabels = Omit<SchemaOutput<(typeof labels)['print']>, 'reason'>;

/** Labels of one lot or serial, as they would be printed. */
export type PlannedLabels = LabelsAlike & {
  unit: Unit;
  state: TagState | '';
  says: string;
  quantity: string;
  /** The number of the first copy: above 1 they are printed once more. */
  firstCopy: number;
};
export type LabelPlan = { labels: PlannedLabels[]; issues: (Unit & { text: Message })[] };

/** What would stand on labels of some goods, and why others cannot have any. */
export async function planLabels(read: Read, db: Database, asked: AskedLabels, year: number): Promise<LabelPlan> {
  if (asked.units.length * asked.copies > mostLabels)
    throw new LotlineError(
      'VALIDATION',
      msg`These are ${asked.units.length * asked.copies} labels, and ${mostLabels} are printed at once. Choose fewer copies or goods.`,
      { field: 'copies' },
    );
  const plan: LabelPlan = { labels: [], issues: [] };
  for (const selector of new Map(asked.units.map((unit) => [JSON.stringify(unit), unit])).values()) {
    const goods = await goodsOf(read, selector);
    const { product, lot, sublot, serial } = goods;
    const unit = { product, lot, sublot, serial };
    const states = await statesOf(read, db, unit);
    const planned = await planOne(read, goods, { asked, year, states, isDemo: demoOf(db) !== '' });
    if ('issue' in planned) plan.issues.push({ ...unit, text: planned.issue });
    else plan.labels.push({ ...planned, unit });
  }
  return plan;
}

type Planning = { asked: AskedLabels; year: number; states: readonly TagState[]; isDemo: boolean };

async function planOne(
  read: Read,
  goods: NamedGoods,
  { asked, year, states, isDemo }: Planning,
): Promise<Omit<PlannedLabels, 'unit'> | { issue: Message }> {
  const { kind, symbol, copies, language } = asked;
  const words = texts[language].labels;
  const isUdi = kind === 'udi';
  const state = kind === 'status' ? stateFor(goods, asked.state, states) : '';
  if (typeof state === 'object') return state;
  const elements = elementsOf(goods, isUdi);
  const issue = labelIssue(goods, { isUdi, year }) ?? (symbol === 'gs1-128' ? linearIssue(elements) : undefined);
  // A tag tells the status; what no barcode can say does not keep it from being printed.
  if (issue !== undefined && state === '') return { issue };
  const quantity = asked.quantity === '' ? '' : `${asked.quantity} ${goods.unitOfMeasure}`.trim();
  const content: LabelContent = {
    product: goods.product,
    name: goods.name,
    facts: factsOf(goods, quantity, words.onLabel),
    elements: issue === undefined ? elements : [],
    symbol,
    heading: isUdi ? 'UDI' : '',
    tag: state === '' ? null : { state, word: words.states[state] },
  };
  const { product, lot, sublot, serial } = goods;
  const printed = await read.one(copiesOf, { product, lot, sublot, serial, kind, state });
  const before = Number(readSum(printed?.copies ?? '0 0'));
  const notes = Array.from({ length: copies }, (_, at) =>
    [
      // Nobody sticks it on goods by mistake.
      isDemo ? words.onLabel.demo : '',
      before === 0 ? '' : words.onLabel.copy.replace('{{number}}', String(before + at + 1)),
    ]
      .filter((note) => note !== '')
      .join(' · '),
  );
  return { content, notes, state, says: elementText(content.elements), quantity, firstCopy: before + 1 };
}

/** What a tag of these goods says; a tag never says what is not so. */
function stateFor(goods: NamedGoods, asked: TagState | '', states: readonly TagState[]): TagState | { issue: Message } {
  const [only, ...others] = states;
  if (only === undefined)
    return {
      issue: msg`Nothing of ${unitMessage(goods)} lies here, so that it has no status. Print a label of the goods.`,
    };
  if (asked === '')
    return others.length === 0
      ? only
      : { issue: msg`${unitMessage(goods)} lies in several statuses. Choose what the tag says.` };
  return states.includes(asked)
    ? asked
    : { issue: msg`Nothing of ${unitMessage(goods)} is in the status the tag would tell. Choose the status it is in.` };
}

function factsOf(
  goods: NamedGoods,
  quantity: string,
  words: Texts['labels']['onLabel'],
): [name: string, value: string][] {
  const facts: [string, string][] = [
    [words.lot, lotOnLabel(goods)],
    [words.serial, goods.serial],
    [words.expires, goods.expiresOn],
    [words.useBy, goods.useByOn],
    [words.bestBefore, goods.bestBeforeOn],
    [words.made, goods.manufacturedOn],
    [words.quantity, quantity],
  ];
  return facts.filter(([, value]) => value !== '');
}
