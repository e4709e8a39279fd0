import { type Message } from '#shared/kernel/message.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import type { Evidence, MovementKind } from '#shared/movements/vocabulary.ts';
import type { PartnerFacts, LocationFacts, ProductFacts, UnitFacts } from './facts.ts';

/** A movement as the ledger receives it: names resolved to records, not yet to stock lines. */
export type MovementDraft = {
  at: number;
  offsetMinutes: number;
  kind: MovementKind;
  document: string;
  line: string;
  product: ProductFacts;
  lot: string;
  sublot: string;
  serial: string;
  /** The lot its goods had before, where goods of one lot become goods of another: split off, or merged. */
  source: LotName | null;
  quantity: number;
  from: LocationFacts | null;
  to: LocationFacts | null;
  statusFrom: string;
  statusTo: string;
  workOrder: string;
  run: string;
  equipment: string;
  partner: PartnerFacts | null;
  unitCost: number | null;
  reason: string;
  evidence: Evidence;
  externalId: string | null;
  /** By which an imported row is known again. */
  rowKey: Buffer | null;
  /** The movement this one undoes: one that is in the journal, or one of the same timestamp batch, posted with it. */
  reverses: Reversed | null;
  /** The row of the file it came from, 0 when it was typed. */
  row: number;
  /** Whether this is a further piece of the row posted just before (a range of serials). */
  continuesRow: boolean;
};

/** A lot within its product. */
export type LotName = { lot: string; sublot: string };

/** The two units of a movement: what is taken from `from`, and what arrives at `to`. They differ where goods get or lose a name. */
export type UnitPair = { fromUnit: UnitFacts; toUnit: UnitFacts };

/** Who posts, for every movement of a unit of work. */
export type PostedBy = { person: string; workstation: string; recordedAt: number };

export type Reversed = { posted: { id: number; at: number } & UnitPair } | { draft: MovementDraft };

/** A movement that is in the journal. */
export type PostedMovement = UnitPair & { id: number; draft: MovementDraft };

/** Why a movement cannot be true. */
export type MovementIssue = {
  draft: MovementDraft;
  column: string;
  code: ErrorCode;
  message: Message;
  /** How much is missing, where goods are short. */
  short?: number;
};

/** What every draft has; the rest may be left out. */
type Said = Pick<
  MovementDraft,
  'at' | 'offsetMinutes' | 'kind' | 'product' | 'quantity' | 'from' | 'to' | 'statusFrom' | 'statusTo'
>;

/** A draft with nothing but the given fields. */
export const movementDraft = (said: Said & Partial<MovementDraft>): MovementDraft => ({
  document: '',
  line: '',
  lot: '',
  sublot: '',
  serial: '',
  source: null,
  workOrder: '',
  run: '',
  equipment: '',
  partner: null,
  unitCost: null,
  reason: '',
  evidence: 'typed',
  externalId: null,
  rowKey: null,
  reverses: null,
  row: 0,
  continuesRow: false,
  ...said,
});
