/** The words of the model: what is sent, and what happened. */
export type RuleProduct = {
  code: string;
  lots: string;
  serials: string;
  stockManaged: boolean;
  shelfLifeDays: number | null;
};
export type Plant = {
  products: readonly RuleProduct[];
  places: readonly { code: string; kind: string }[];
  partners: readonly string[];
};

/** A movement as it is sent or imported; `at` is in microseconds, null for now. Blank parts are "". */
export type Row = {
  at: number | null;
  kind: string;
  document: string;
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  quantity: string;
  from: string;
  to: string;
  statusFrom: string;
  status: string;
  workOrder: string;
  run: string;
  partner: string;
  reason: string;
  /** Imports only: the row's own id, and that of the row it undoes. */
  id: string;
  reverses: string;
};

export type Command =
  | { kind: 'post'; id: string; rows: Row[] }
  | { kind: 'reverse'; id: string; movements: number[]; reason: string }
  | { kind: 'import'; id: string; folder: string; rows: Row[] };

/** What happened. A unit is "product|lot|sublot|serial"; a place is "" outside the plant. */
export type Event = Pick<
  Row,
  'kind' | 'product' | 'from' | 'to' | 'statusFrom' | 'status' | 'workOrder' | 'run' | 'partner'
> & {
  /** Given by the store, once it took the event. */
  id: number;
  at: number;
  fromUnit: string;
  toUnit: string;
  quantity: bigint;
  undoes: Event | null;
  externalId: string;
};

/** The most that can be stored, one piece, in millionths. */
export const most = 9_007_199_254_740_991n;
export const piece = 1_000_000n;
const mostOfRange = 100_000;

/** A quantity in millionths: above zero, at most six decimals, no more than can be stored. */
export function micro(text: string): bigint | undefined {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const quantity = BigInt(whole + decimals.padEnd(6, '0'));
  return quantity > 0n && quantity <= most ? quantity : undefined;
}

/** The serials of "A01..A03"; undefined for anything else. */
export function rangeOf(text: string): string[] | undefined {
  const [, prefix, low, again, high] = /^(.*?)(\d+)\.\.(.*?)(\d+)$/.exec(text) ?? [];
  if (prefix === undefined || low === undefined || high === undefined || prefix !== again || low.length !== high.length)
    return undefined;
  const count = Number(high) - Number(low) + 1;
  if (count < 1 || count > mostOfRange) return undefined;
  return Array.from({ length: count }, (_, index) => prefix + String(Number(low) + index).padStart(low.length, '0'));
}

/** Whether a status may be written so, the blank of an end outside the plant included. */
export const isStatus = (text: string): boolean => /^([AQR][0-9A-Z]?)?$/.test(text);
