import type { Element } from '#shared/labels/elements.ts';
import type { LabelDrawing, LabelSize, LabelSymbol, TagState } from '#shared/labels/vocabulary.ts';
import type { DocumentHead } from '../pdf/metadata.ts';

/** What stands on a label, in the words of its language. */
export type LabelContent = {
  product: string;
  name: string;
  /** Lot, serial, dates, quantity: what it is called, and what it is. */
  facts: readonly (readonly [name: string, value: string])[];
  /** What the barcode says; empty for a label without one. */
  elements: readonly Element[];
  symbol: LabelSymbol;
  /** What stands before the text of the barcode, such as UDI. */
  heading: string;
  /** The status that a tag tells; null for a label of goods. */
  tag: { state: TagState; word: string } | null;
};
/** Labels of one content, each with what it says of itself, such as which copy it is. */
export type LabelsAlike = { content: LabelContent; notes: readonly string[] };

/** Labels as one document: `skip` of the places of the first sheet are used already. */
export type LabelTask = { head: DocumentHead; size: LabelSize; skip: number; labels: readonly LabelsAlike[] };

/** Drawing labels in a worker: into a file, or only the first of them as it would look. */
export type LabelWork = {
  input: { task: LabelTask; file: string };
  piece: never;
  item: never;
  progress: never;
  output: { first: LabelDrawing; size: number; sha256: string };
};
