import { type Message, msg } from '#shared/kernel/message.ts';
import { decimalOf } from './decimals.ts';
import { readSampling, writeSampling } from './writtenSampling.ts';
import type { Characteristic, DecisionRule, Geometry, PlannedLimits, WrittenRow } from './vocabulary.ts';

/** Why a row as it is written cannot be read, and in which of its fields. */
export type RowIssue = { field: keyof WrittenRow; text: Message };

/** Reads a row as people write it. What its parts mean together is judged by planIssues. */
export function readRow(written: WrittenRow): { row: Characteristic } | { issue: RowIssue } {
  const { specification, sampling, rule, places, geometry, datums, condition, sizeOf, side, ...same } = written;
  const kind = same.kind === '' ? 'number' : same.kind;
  const isFigure = kind === 'number' || kind === 'calculated';
  const limits = isFigure ? readLimits(specification) : null;
  if (limits !== null && 'issue' in limits) return { issue: { field: 'specification', text: limits.issue } };
  const most = kind === 'count' ? readMost(specification) : 0;
  if (most === undefined)
    return {
      issue: { field: 'specification', text: msg`Write how many on a piece still conform, 0 for none.` },
    };
  const drawn = readSampling(sampling);
  if (drawn !== null && 'issue' in drawn) return { issue: { field: 'sampling', text: drawn.issue } };
  const decided = readRule(rule);
  if (decided === undefined)
    return { issue: { field: 'rule', text: msg`Write rounded, rounded 2 half-up, guard 0.002, or leave it blank.` } };
  return {
    row: {
      ...same,
      kind,
      designator: same.designator === '' ? 'major' : same.designator,
      limits,
      most,
      sampling: drawn,
      rule: decided,
      places: places ?? 1,
      choices: kind === 'choice' ? readChoices(specification) : [],
      geometry:
        geometry === ''
          ? null
          : {
              ...{ kind: geometry, datums, sizeOf },
              condition: condition === '' ? 'RFS' : condition,
              side: side === '' ? 'internal' : side,
            },
    },
  };
}

/** The same row as people write it: read again, it is the same. */
export function writeRow(row: Characteristic): WrittenRow {
  const { limits, most, choices, sampling, rule, geometry, ...same } = row;
  return {
    ...same,
    specification:
      row.kind === 'choice'
        ? writeChoices(choices)
        : row.kind === 'count'
          ? String(most)
          : limits === null
            ? ''
            : writeLimits(limits),
    sampling: sampling === null ? '' : writeSampling(sampling),
    rule: writeRule(rule),
    ...writeGeometry(geometry),
  };
}

const writeGeometry = (of: Geometry | null) =>
  of === null
    ? ({ geometry: '', datums: '', condition: '', sizeOf: '', side: '' } as const)
    : { geometry: of.kind, datums: of.datums, condition: of.condition, sizeOf: of.sizeOf, side: of.side };

/** A figure in a specification, with a comma or a dot. */
const size = String.raw`(?:\d+(?:[.,]\d+)?|[.,]\d+)`;
const figure = `-?${size}`;
const shapes = {
  basic: new RegExp(String.raw`^(?:\[\s*(${figure})\s*\]|(${figure})\s*(?:basic|bsc))$`, 'iu'),
  reference: new RegExp(String.raw`^(?:\(\s*(${figure})\s*\)|(${figure})\s*ref\.?)$`, 'iu'),
  equal: new RegExp(String.raw`^(${figure})\s*(?:±|\+\s*/\s*-|\+-)\s*(${size})$`, 'u'),
  unequal: new RegExp(String.raw`^(${figure})(?:\s*\+\s*(${size}))?(?:(\s*/\s*|\s+)[-−](${size}))?$`, 'u'),
  range: new RegExp(
    String.raw`^(${figure})(?:\s*(?:–|—|\.\.\.?|…)\s*|\s+to\s+|\s+[-−]\s+|[-−])(${figure})(?:\s*(?:target|@)\s*(${figure}))?$`,
    'iu',
  ),
  least: new RegExp(String.raw`^(?:≥|>=|min\.?)\s*(${figure})(?:\s*(?:target|@)\s*(${figure}))?$`, 'iu'),
  most: new RegExp(String.raw`^(?:≤|<=|max\.?)\s*(${figure})(?:\s*(?:target|@)\s*(${figure}))?$`, 'iu'),
} as const;

const plainly = (text: string | undefined): string => (text ?? '').replace(',', '.').replace(/^(-?)\./, '$10.');

/**
 * Reads limits as drawings and specifications write them; null where nothing is written. A minus that stands at its number after a
 * blank is a tolerance downwards, "12 -0.5"; every other dash is a range, so that limits that were mixed up are seen.
 */
export function readLimits(written: string): PlannedLimits | null | { issue: Message } {
  const text = written.trim();
  if (text === '') return null;
  for (const kind of ['basic', 'reference'] as const) {
    const found = shapes[kind].exec(text);
    if (found !== null) return { kind, nominal: plainly(found[1] ?? found[2]) };
  }
  const equal = shapes.equal.exec(text);
  if (equal !== null) {
    const [size, by] = [plainly(equal[1]), plainly(equal[2])];
    return { kind: 'tolerance', nominal: size, plus: by, minus: by };
  }
  const unequal = shapes.unequal.exec(text);
  if (unequal !== null && (unequal[2] !== undefined || unequal[4] !== undefined)) {
    const [, nominal, plus, joint = '', minus] = unequal;
    if (plus === undefined && !joint.includes('/') && isRising(plainly(nominal), plainly(minus)))
      return {
        issue: msg`${text} may be a range or a tolerance. Write ${`${nominal}–${minus}`}, or ${`${nominal} +0/-${minus}`}.`,
      };
    return { kind: 'tolerance', nominal: plainly(nominal), plus: plainly(plus), minus: plainly(minus) };
  }
  const range = shapes.range.exec(text);
  if (range !== null)
    return { kind: 'minMax', lower: plainly(range[1]), upper: plainly(range[2]), target: plainly(range[3]) };
  const least = shapes.least.exec(text);
  if (least !== null) return { kind: 'minMax', lower: plainly(least[1]), upper: '', target: plainly(least[2]) };
  const most = shapes.most.exec(text);
  if (most !== null) return { kind: 'minMax', lower: '', upper: plainly(most[1]), target: plainly(most[2]) };
  return {
    issue: msg`${text} says no limits. Write them as 12 ± 0.5, 12 +0.5/-0.2, 11.0–13.0, min 11, max 13, 12 basic or 12 ref.`,
  };
}

function isRising(lower: string, upper: string): boolean {
  const [from, until] = [decimalOf(lower), decimalOf(upper)];
  return from !== undefined && until !== undefined && until.gte(from);
}

function writeLimits(limits: PlannedLimits): string {
  switch (limits.kind) {
    case 'basic':
      return `${limits.nominal} basic`;
    case 'reference':
      return `${limits.nominal} ref`;
    case 'tolerance':
      if (limits.plus === limits.minus) return `${limits.nominal} ± ${limits.plus}`;
      // With a dash alone, "0 -0.2" would be a range.
      return `${limits.nominal} ${limits.plus === '' ? '' : `+${limits.plus}`}${limits.minus === '' ? '' : `/-${limits.minus}`}`;
    case 'minMax': {
      const aim = limits.target === '' ? '' : ` target ${limits.target}`;
      if (limits.lower === '') return `max ${limits.upper}${aim}`;
      if (limits.upper === '') return `min ${limits.lower}${aim}`;
      return `${limits.lower}–${limits.upper}${aim}`;
    }
  }
}

/** "Yes, Fair | No": the right answers, then those that are not. */
const readChoices = (text: string): Characteristic['choices'] =>
  text.split('|').flatMap((part, index) =>
    part
      .split(',')
      .map((answer) => answer.trim())
      .filter((answer) => answer !== '')
      .map((answer) => ({ answer, isRight: index === 0 })),
  );

const writeChoices = (choices: Characteristic['choices']): string =>
  [true, false]
    .map((right) =>
      choices
        .filter(({ isRight }) => isRight === right)
        .map(({ answer }) => answer)
        .join(', '),
    )
    .join(' | ');

function readMost(text: string): number | undefined {
  const [, digits] = /^(?:≤|<=|max\.?)?\s*(\d{0,6})$/iu.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function readRule(text: string): DecisionRule | undefined {
  const said = text.trim().toLowerCase();
  if (said === '' || said === 'simple') return { kind: 'simple' };
  const [, guard] = /^guard(?:ed)?\s+(\S+)$/u.exec(said) ?? [];
  if (guard !== undefined) return { kind: 'guarded', guard: plainly(guard) };
  const [whole, places, half = 'even'] = /^rounded(?:\s+(\d))?(?:\s+half-(even|up))?$/u.exec(said) ?? [];
  if (whole === undefined) return undefined;
  return {
    kind: 'rounded',
    places: places === undefined ? null : Number(places),
    rounding: half === 'up' ? 'halfUp' : 'halfEven',
  };
}

function writeRule(rule: DecisionRule): string {
  switch (rule.kind) {
    case 'simple':
      return '';
    case 'guarded':
      return `guard ${rule.guard}`;
    case 'rounded':
      return ['rounded', rule.places, rule.rounding === 'halfUp' ? 'half-up' : 'half-even']
        .filter((part) => part !== null)
        .join(' ');
  }
}
