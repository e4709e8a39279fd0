import type { Reader } from '#main/store/store.ts';
import type { CommandContext, Need, Services } from './context.ts';

/**
 * What a feature does after movements were posted, in the same unit of work: what it writes is in the same entry, and
 * what it throws undoes everything. The movements bear the number of the entry. Reactions run in the order of features,
 * once, after the command; what they post themselves has no further reaction.
 */
export type Reaction<N extends Need = never> = {
  name: string;
  posted(context: CommandContext<N>): Promise<void>;
};

/** What a feature does after each commit, before its reply goes out. It cannot undo anything any more. */
export type Follower<N extends Need = never> = {
  name: string;
  committed(context: { reader: Reader } & Pick<Services, N>): Promise<void>;
};
