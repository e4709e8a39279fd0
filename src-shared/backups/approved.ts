type Approved = { entry: number; person: string; head: number; path: string; note: string };

/** What whoever approves a restore signs: shown before, kept with the signature. */
export const approvalStatement = ({ entry, person, head, path, note }: Approved): string =>
  `Approved the restore to entry ${head} from ${path}, done by ${person} in entry ${entry}. ${note}`.trim();
