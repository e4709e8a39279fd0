/** What whoever looked through a stretch of the audit trail signs: shown before, kept with the signature. */
export const reviewStatement = ({ first, last, note }: { first: number; last: number; note: string }): string =>
  `Reviewed the audit trail from entry ${first} to ${last}, ${last - first + 1} in all. ${note}`.trim();
