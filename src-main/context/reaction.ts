import type { Reader } from '#main/store/store.ts';
import type { CommandContext, Need, Services } from './context.ts';

/** What a unit of work has written so far, by which a reaction tells whether it is asked. */
export type Written = {
  operation: string;
  /** Movements and versions that were written bear this number. */
  entrySeq: number;
  movements: number;
  versions: number;
};

/**
 * What a feature does after another's change, in the same unit of work: what it writes stands in the same entry, and
 * what it throws undoes everything. Reactions run in the order of features, after the command, and never twice.
 */
export type Reaction<N extends Need = never> = {
  name: string;
  react(written: Written, context: CommandContext<N>): Promise<void>;
};

/** What a feature does after each commit, before its reply goes out. It cannot undo anything any more. */
export type Follower<N extends Need = never> = {
  name: string;
  committed(context: FollowContext & Pick<Services, N>): Promise<void>;
};

export type FollowContext = { reader: Reader };
