import { type Message, msg } from '#shared/kernel/message.ts';
import { type LotTracking, lotTrackings, type SerialTracking, serialTrackings } from './vocabulary.ts';

export type Tracking = { lotTracking: LotTracking; serialTracking: SerialTracking };

/** What a change that is refused would break of what is recorded. */
export type Breaks = 'lots' | 'sublots' | 'serials' | 'unknownSerials';

/**
 * What another mode takes once goods of the product moved: nothing; a conversion, which names all that lies here; or it is
 * refused for what it would break.
 */
export type ModeChange = 'free' | 'conversion' | Breaks;

type Changes<Mode extends string> = { readonly [From in Mode]: { readonly [To in Mode]: ModeChange } };

const lotChanges: Changes<LotTracking> = {
  none: { none: 'free', optional: 'free', mandatory: 'conversion', 'lot-sublot': 'conversion' },
  optional: { none: 'lots', optional: 'free', mandatory: 'conversion', 'lot-sublot': 'conversion' },
  mandatory: { none: 'lots', optional: 'free', mandatory: 'free', 'lot-sublot': 'conversion' },
  'lot-sublot': { none: 'lots', optional: 'sublots', mandatory: 'sublots', 'lot-sublot': 'free' },
};

/** A global serial stands for one piece from the day it came: of pieces that went out unnamed nobody can say so any more. */
const serialChanges: Changes<SerialTracking> = {
  none: { none: 'free', 'on-issue': 'free', 'received-issued': 'conversion', global: 'unknownSerials' },
  'on-issue': { none: 'serials', 'on-issue': 'free', 'received-issued': 'conversion', global: 'unknownSerials' },
  'received-issued': { none: 'serials', 'on-issue': 'serials', 'received-issued': 'free', global: 'conversion' },
  global: { none: 'serials', 'on-issue': 'serials', 'received-issued': 'conversion', global: 'free' },
};

/** What each mode of lots and of serials takes from one that a product has. */
export const modeChanges = { lotTracking: lotChanges, serialTracking: serialChanges };

export const lotChange = ({ lotTracking }: Tracking, to: LotTracking): ModeChange => lotChanges[lotTracking][to];
export const serialChange = ({ serialTracking }: Tracking, to: SerialTracking): ModeChange =>
  serialChanges[serialTracking][to];

type Judged = { field: keyof Tracking; change: ModeChange };

/** What other modes take of a product whose goods moved: the change of the two that takes most. */
export function judgeChange(before: Tracking, after: Tracking): Judged {
  const all: Judged[] = [
    { field: 'lotTracking', change: lotChange(before, after.lotTracking) },
    { field: 'serialTracking', change: serialChange(before, after.serialTracking) },
  ];
  const weight = ({ change }: Judged): number => (change === 'free' ? 0 : change === 'conversion' ? 1 : 2);
  return all.reduce((most, one) => (weight(one) > weight(most) ? one : most));
}

/** The modes that a product may have from the one it has without more, once its goods moved. */
export const freeLotTrackings = (of: Tracking): LotTracking[] =>
  lotTrackings.filter((to) => lotChange(of, to) === 'free');
export const freeSerialTrackings = (of: Tracking): SerialTracking[] =>
  serialTrackings.filter((to) => serialChange(of, to) === 'free');

/** Why a change is not made just so, and what to do. */
export const whyNot: Readonly<Record<Exclude<ModeChange, 'free'>, Message>> = {
  conversion: msg`Convert it on its page, with the list of what lies here.`,
  lots: msg`Lots of it are recorded, which would lose their names. Make another product for goods without lots.`,
  sublots: msg`Sublots of it are recorded, which would lose their names. Make another product for goods without sublots.`,
  serials: msg`Serials of it are recorded, which would lose their names. Make another product for goods without serials.`,
  unknownSerials: msg`Pieces of it moved without their serials, and nobody can name those any more. Track serials as received and issued.`,
};
