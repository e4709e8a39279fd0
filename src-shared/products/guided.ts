import type { LotTracking, SerialTracking } from './vocabulary.ts';

/** What a person says of their goods in plain words, question by question; the first answer of each is the simplest. */
export const guidedAnswers = {
  batches: ['no', 'sometimes', 'always', 'parts'],
  pieces: ['no', 'leaving', 'always', 'group'],
  ends: ['no', 'expires', 'retest'],
  stock: ['yes', 'no'],
} as const;
export type Guided = { [Q in keyof typeof guidedAnswers]: (typeof guidedAnswers)[Q][number] };

/** What the answers come to. */
export type GuidedModes = {
  lotTracking: LotTracking;
  serialTracking: SerialTracking;
  stockManaged: boolean;
  expiryStatus: string;
  retestStatus: string;
};

const lots: Record<Guided['batches'], LotTracking> = {
  no: 'none',
  sometimes: 'optional',
  always: 'mandatory',
  parts: 'lot-sublot',
};
const serials: Record<Guided['pieces'], SerialTracking> = {
  no: 'none',
  leaving: 'on-issue',
  always: 'received-issued',
  group: 'global',
};

/** The modes for goods of which this was said: what ends is rejected once it expired, and tested again when that is due. */
export const guidedModes = ({ batches, pieces, ends, stock }: Guided): GuidedModes => ({
  lotTracking: lots[batches],
  serialTracking: serials[pieces],
  stockManaged: stock === 'yes',
  expiryStatus: ends === 'no' ? '' : 'R',
  retestStatus: ends === 'retest' ? 'Q' : '',
});
