import type { AnyPolicy } from '#main/ledgerStore/policy.ts';
import type { AnySignedHandler, CommandsIn, Need, Prepared, QueriesIn, QueryContext, Report } from './context.ts';
import type { Follower, Reaction } from './reaction.ts';

/** A handler of which the operation's types are not known any more. */
export type AnyHandler =
  | ((input: unknown, context: QueryContext) => Promise<unknown>)
  | AnySignedHandler
  | { before(input: unknown, context: QueryContext): Promise<Prepared<unknown>>; changesSession?: true };

/** A feature as the pipeline knows it. */
export type Feature<F extends string = string> = {
  name: F;
  namespace: string;
  contract: object;
  needs: readonly Need[];
  handlers: Readonly<Record<string, AnyHandler>>;
  policies: readonly AnyPolicy[];
  reactions: readonly Reaction[];
  followers: readonly Follower[];
  reports: readonly Report[];
};

/** Asked for where the contract has some, and only there. */
type Part<K extends string, H> = keyof H extends never ? { [k in K]?: never } : { [k in K]: H };

type Declared<F extends string, C extends object, N extends Need> = {
  name: F;
  /** What the names of its operations begin with, where that is not its own name: they stand in trails and scripts for ever. */
  namespace?: string;
  contract: C;
  /** What its operations, reactions and followers need beside the context. */
  needs?: readonly N[];
  policies?: readonly AnyPolicy[];
  reactions?: readonly Reaction<N>[];
  followers?: readonly Follower<N>[];
  /** What it can print, each in a file of its own. */
  reports?: readonly Report[];
} & Part<'commands', CommandsIn<C, N>> &
  Part<'queries', QueriesIn<C, N>>;

/**
 * Puts a feature together, in its one file `FEATURE.feature.ts`: the commands and queries of its contract (leaving one
 * out does not compile), and what it says to, does after and learns from what other features do.
 */
export const defineFeature = <const F extends string, C extends object, const N extends Need = never>(
  declared: Declared<F, C, N>,
): Feature<F> => ({
  name: declared.name,
  namespace: declared.namespace ?? declared.name,
  contract: declared.contract,
  needs: declared.needs ?? [],
  // Held against the contract above; the pipeline parses what it hands over by it.
  handlers: { ...declared.commands, ...declared.queries },
  policies: declared.policies ?? [],
  reactions: declared.reactions ?? [],
  followers: declared.followers ?? [],
  reports: declared.reports ?? [],
});
