/** What a label is for: goods, a device by its UDI, or the status that goods are in. */
export const labelKinds = ['goods', 'udi', 'status'] as const;
export type LabelKind = (typeof labelKinds)[number];

export const labelSymbols = ['datamatrix', 'gs1-128'] as const;
export type LabelSymbol = (typeof labelSymbols)[number];

/** What a status tag says: a status by its letter, or that the goods are on hold. */
export const tagStates = ['Q', 'A', 'R', 'hold'] as const;
export type TagState = (typeof tagStates)[number];

/** Labels of a roll, each a page of its own, and those of an A4 sheet; in millimetres. */
export const labelSizes = ['50x25', '100x50', '100x150', 'a4-3x8'] as const;
export type LabelSize = (typeof labelSizes)[number];

/** So many lots or serials are labelled at once, each with so many copies, and so many labels in all. */
export const mostUnits = 500;
export const mostCopies = 1_000;
export const mostLabels = 2_000;

/** A label as it is drawn: lengths are points, from the upper left corner; texts stand on their `y`. */
export type LabelShape =
  | {
      kind: 'text';
      text: string;
      x: number;
      y: number;
      size: number;
      width: number;
      face: 'text' | 'strong' | 'code' | 'codeStrong';
      colour: string;
    }
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: string }
  | { kind: 'line'; points: [x: number, y: number][]; width: number; colour: string }
  /** The dark parts of a barcode, and what it says. */
  | {
      kind: 'symbol';
      says: string;
      x: number;
      y: number;
      width: number;
      height: number;
      bars: [x: number, y: number, width: number, height: number][];
    };
export type LabelDrawing = { width: number; height: number; shapes: LabelShape[] };
