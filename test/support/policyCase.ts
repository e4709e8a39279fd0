import type { Act } from './policyActs.ts';

export const writers = [
  'movements.post',
  'movements.reverse',
  'lots.changeStatus',
  'lots.convertTracking',
  'lots.split',
  'lots.merge',
  'lots.mergeUnlike',
  'inspections.decide',
  'inspections.moveDecided',
  'inspections.reinspect',
  'inspections.drawSample',
  'daily.moveLot',
  'exchange.import',
  'exchange.preview',
] as const;
export type Writer = (typeof writers)[number];

/** One way to post against one policy: what is said of it, "" for nothing, and how it is done. */
export type PolicyCase = {
  policy: string;
  writer: Writer;
  is: 'allowed' | 'refused' | 'boundary';
  what: string;
  said: string;
  act: Act;
};

type Told = [is: PolicyCase['is'], what: string, said: string, act: Act];
export const cases = (policy: string, writer: Writer, ...told: Told[]): PolicyCase[] =>
  told.map(([is, what, due, act]) => ({ policy, writer, is, what, said: due, act }));

export const quarantined = { status_from: 'Q' };
export const inBoth = (make: (writer: 'exchange.import' | 'exchange.preview') => PolicyCase[]): PolicyCase[] => [
  ...make('exchange.import'),
  ...make('exchange.preview'),
];
