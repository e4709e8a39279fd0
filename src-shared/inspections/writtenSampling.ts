import { fold } from '#shared/kernel/fold.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { decimalOf } from './decimals.ts';
import { aqls, inspectionLevels, type SamplingRule, switchingSchemes } from './vocabulary.ts';

const figure = String.raw`\d+(?:[.,]\d+)?`;
const number = String.raw`\d{1,6}`;
const shapes = {
  all: /^(?:100\s*%|all)$/iu,
  root: new RegExp(String.raw`^(?:root|√\s*n(?:\s*\+\s*1)?)(?:\s+ac\s+(${number}))?$`, 'iu'),
  percent: new RegExp(String.raw`^(${figure})\s*%(?:\s+min\.?\s+(${number}))?(?:\s+ac\s+(${number}))?$`, 'iu'),
  oneIn: new RegExp(String.raw`^(${number})\s+in\s+(${number})$`, 'iu'),
  fixed: new RegExp(String.raw`^(${number})(?:\s+per\s+lot)?(?:\s+ac\s+(${number}))?$`, 'iu'),
  table: /^table\s+(.+)$/iu,
  variables: new RegExp(
    String.raw`^var(?:iables)?\s+(${number})\s+(?:k\s*=?\s*(${figure})|m\s*=?\s*(${figure})(?:\s*%)?)(?:\s+(?:sigma|σ)\s*=?\s*(${figure}))?$`,
    'iu',
  ),
  attributes: new RegExp(String.raw`^(?:(.*?)[\s_:]+)?(S-?[1-4]|I{1,3})[\s,]+(?:aql\s*)?(${figure})$`, 'iu'),
} as const;

/**
 * Reads how many are drawn, as planners write it: "100 %", "5", "5 Ac 1", "10 % min 3", "1 in 5", "root", "II 0.65", with the
 * scheme of switching before it ("MIL-STD-105E II 0.65"), "table NAME", or by
 * variables "var 5 k 1.53", "var 5 M 3.32", where it is known with the deviation, "var 5 k 1.53 sigma 8". Null where nothing is written.
 */
export function readSampling(written: string): SamplingRule | null | { issue: Message } {
  const text = written.trim();
  if (text === '') return null;
  if (shapes.all.test(text)) return { kind: 'all' };
  const root = shapes.root.exec(text);
  if (root !== null) return { kind: 'root', accept: Number(root[1] ?? 0) };
  const [, percent, least = '0', acceptOfShare = '0'] = shapes.percent.exec(text) ?? [];
  if (percent !== undefined)
    return {
      kind: 'percent',
      percent: percent.replace(',', '.'),
      least: Number(least),
      accept: Number(acceptOfShare),
    };
  const [, of, among] = shapes.oneIn.exec(text) ?? [];
  if (of !== undefined && Number(among) >= Number(of) && Number(of) > 0)
    return { kind: 'percent', percent: shareOf(Number(of), Number(among)), least: 0, accept: 0 };
  const [, pieces, accept = '0'] = shapes.fixed.exec(text) ?? [];
  if (pieces !== undefined) return { kind: 'fixed', pieces: Number(pieces), accept: Number(accept) };
  const [, drawn, k = '', most = '', sigma = ''] = shapes.variables.exec(text) ?? [];
  if (drawn !== undefined) {
    const [ofK, ofMost, ofSigma] = [k, most, sigma].map((one) => one.replace(',', '.'));
    return { kind: 'variables', sample: Number(drawn), k: ofK ?? '', most: ofMost ?? '', sigma: ofSigma ?? '' };
  }
  const [, table] = shapes.table.exec(text) ?? [];
  if (table !== undefined) return { kind: 'table', table };
  return (
    readAttributes(text) ?? {
      issue: msg`${text} says not how many are drawn. Write 100 %, 5, 5 Ac 1, 10 %, 1 in 5, II 0.65, var 5 k 1.53 or table and its name.`,
    }
  );
}

/** So many in so many, per cent. */
const shareOf = (of: number, among: number): string =>
  (decimalOf(String(of))?.times('100').div(String(among)).toFixed() ?? '').slice(0, 30);

/** What nobody writes as per cent was written as so many in so many. */
function writeShare(percent: string): string {
  if (percent.length <= 10) return `${percent} %`;
  for (let among = 3; among <= 1000; among += 1) {
    const of = Math.round((Number(percent) * among) / 100);
    if (shareOf(of, among) === percent) return `${of} in ${among}`;
  }
  return `${percent} %`;
}

function readAttributes(text: string): SamplingRule | undefined {
  const [, before = '', level = '', limit = ''] = shapes.attributes.exec(text) ?? [];
  const named = level.toUpperCase().replace(/^S(?=\d)/, 'S-');
  const found = inspectionLevels.find((one) => one === named);
  const value = decimalOf(limit.replace(',', '.'));
  const aql = value === undefined ? undefined : aqls.find((one) => decimalOf(one)?.eq(value));
  const scheme = schemeNamed(before);
  return found === undefined || aql === undefined || scheme === undefined
    ? undefined
    : { kind: 'attributes', level: found, aql, scheme };
}

/** What stands before the level: the standard, whose scheme of switching it is; "Z1.4" and the like name none. */
function schemeNamed(before: string): (typeof switchingSchemes)[number] | undefined {
  const said = fold(before).replaceAll(/[^a-z0-9]/g, '');
  if (said === '' || said === 'level' || /^(?:ansiasqc?)?z14$/.test(said)) return 'none';
  return switchingSchemes.find((one) => fold(one).replaceAll(/[^a-z0-9]/g, '') === said);
}

/** The same as planners write it: read again, it is the same rule. */
export function writeSampling(rule: SamplingRule): string {
  const accepts = 'accept' in rule && rule.accept > 0 ? ` Ac ${rule.accept}` : '';
  switch (rule.kind) {
    case 'all':
      return '100 %';
    case 'fixed':
      return `${rule.pieces}${accepts}`;
    case 'percent':
      return rule.least === 0 && rule.accept === 0
        ? writeShare(rule.percent)
        : `${rule.percent} %${rule.least > 0 ? ` min ${rule.least}` : ''}${accepts}`;
    case 'root':
      return `root${accepts}`;
    case 'attributes':
      return [rule.scheme === 'none' ? '' : rule.scheme, rule.level, rule.aql].filter((part) => part !== '').join(' ');
    case 'table':
      return `table ${rule.table}`;
    case 'variables':
      return `var ${rule.sample} ${rule.k === '' ? `M ${rule.most}` : `k ${rule.k}`}${rule.sigma === '' ? '' : ` sigma ${rule.sigma}`}`;
  }
}
