import type { ParseKeys } from 'i18next';
import type { FocusEvent, ReactNode } from 'react';
import type { Pack } from '#shared/products/packUnits.ts';

/** A text of the screens, by its key. */
export type TextKey = ParseKeys;

/** What a field holds while somebody types: texts as they stand in it, several choices, or a flag. */
export type FieldValue = string | boolean | readonly string[];

export type Option = { value: string; label: string; help?: string };

/** A refusal comes unasked: it is read aloud. What is judged here is told where one looks already. */
export const errorOf = ({ error, refusal }: FieldShown) => ({
  error,
  ...(refusal === undefined ? {} : { errorProps: { role: 'alert' } }),
});

/** What the host refused the field's value for. */
export type Refusal = { code: string; details: Readonly<Record<string, unknown>> };

type Kind =
  | { kind: 'text' | 'code' }
  | { kind: 'longText'; rows?: number }
  /** A blank one is sent as null. */
  | { kind: 'wholeNumber'; unit?: string }
  /** With `packs`, so many of them may be typed as well: what they come to is shown and sent. */
  | { kind: 'decimal'; unit?: string; packs?: readonly Pack[] }
  | { kind: 'date' }
  | { kind: 'choice'; options: readonly Option[] }
  | { kind: 'choices'; options: readonly Option[] }
  | { kind: 'flag' }
  /** Read when the form is sent, and kept nowhere but in the field. */
  | { kind: 'secret'; secret: 'current' | 'new' }
  | {
      kind: 'drawn';
      isSecret?: boolean;
      draw: (shown: FieldShown) => ReactNode;
      inWords?: (value: FieldValue) => string;
    };

/** A field of a form over a record of the shape `R`. */
export type Field<R> = Kind & {
  /** As the record and the command's input have it. */
  name: Extract<keyof R, string>;
  label: TextKey;
  help?: TextKey;
  /** What is to be known of the value as it is, in place of the help. */
  note?: string;
  /** Shown, and not to be changed. */
  fixed?: boolean;
  /** Makes what is sent of what was typed, such as a number as it is printed, without its gaps. */
  read?: (text: string) => string;
  /** Said instead of what the contract's schema says of a value that does not fit. */
  fault?: TextKey;
  /** What else is wrong, with the values as they would be sent; "" where the field says it itself. */
  check?(values: R): TextKey | '' | undefined;
  /** Whether the field is there at all; what is not there is not sent. */
  when?(values: R): boolean;
};

/** A field of whatever record, for what draws and reads all of them alike. */
export type AnyField = Field<Record<string, unknown>>;

/** Fields side by side; with a legend, a part of the form of its own. */
export type FieldGroup<R> = { legend?: TextKey; note?: ReactNode; fields: readonly Field<R>[] };

/** One of the kinds, as its own part draws it. */
export type FieldOf<K extends AnyField['kind']> = AnyField & { kind: K };

/** What every part that draws a field is given. */
export type FieldShown = {
  value: FieldValue;
  error: ReactNode;
  /** A blank is refused. */
  required: boolean;
  /** What is typed is on its way. */
  readOnly: boolean;
  /** Another value is recorded. */
  changed: boolean;
  /** Rises with each sending: what is judged while it is typed begins anew. */
  sent: number;
  refusal: Refusal | undefined;
  /** The record as it would be, for what draws itself. */
  values: Readonly<Record<string, unknown>>;
  /** Beside others the field itself stands above its help. */
  isBeside: boolean;
  set: (value: FieldValue) => void;
  leave: (event: FocusEvent) => void;
};
