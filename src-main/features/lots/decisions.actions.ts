import { type RecordTable, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';

/** A decision about the status of a lot or serial, or of what of it lies in one place. */
export type DecisionValues = {
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  statusFrom: string;
  statusTo: string;
  /** "" for wherever it lay. */
  location: string;
  /** How much it moved, in the product's unit. */
  quantity: string;
  /** The movements that carried it out: "812-815". */
  movements: string;
  reason: string;
  decidedAt: number;
};

export const decisionTable: RecordTable = {
  table: 'status_decision',
  key: ['product', 'lot', 'sublot', 'serial'],
  columns: [
    'product',
    'lot',
    'sublot',
    'serial',
    'statusFrom',
    'statusTo',
    'location',
    'quantity',
    'movements',
    'reason',
    'decidedAt',
  ],
};

type Decided = Pick<DecisionValues, 'product' | 'lot' | 'sublot' | 'serial'>;

/** How a decision is named in the journal: by what it is about. */
export const nameOfDecision = ({ product, lot, sublot, serial }: Decided): string =>
  [product, lot, sublot, serial].join('\u001f');

export function saveDecision(work: Work, values: DecisionValues): void {
  saveRecord(work, decisionTable, { values, name: nameOfDecision(values) });
}
