/**
 * What a cell must hold.
 * `code`: an identifier, kept as text. `text`: a name, reason or address. `choice`: one of a few words.
 * `yesNo`: yes or no. `status`: A, Q or R with an optional second character. `days`: a whole number of days.
 * `cost`, `quantity`: decimals with a dot. `date`: YYYY-MM-DD. `time`: ISO 8601 with offset.
 */
type Kept = { required: boolean };
export type ColumnSpec =
  | (Kept & { type: 'code' | 'text' | 'days' | 'cost' | 'quantity' | 'date' | 'time' })
  | (Kept & { type: 'status'; blank: string })
  | (Kept & { type: 'choice'; choices: readonly string[]; blank: string })
  | (Kept & { type: 'yesNo'; blank: boolean });
export type ColumnType = ColumnSpec['type'];
