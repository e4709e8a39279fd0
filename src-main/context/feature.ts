import type { AnyPolicy } from '#main/ledgerStore/policy.ts';
import type { AnySignedHandler, CommandsOf, FeatureName, Need, Prepared, QueriesOf, QueryContext } from './context.ts';
import type { Follower, Reaction } from './reaction.ts';

/** A handler of which the operation's types are not known any more. */
export type AnyHandler =
  | ((input: unknown, context: QueryContext) => Promise<unknown>)
  | AnySignedHandler
  | { before(input: unknown, context: QueryContext): Promise<Prepared<unknown>> };

/** A feature as the pipeline knows it. */
export type Feature<F extends string = string> = {
  name: F;
  needs: readonly Need[];
  handlers: Readonly<Record<string, AnyHandler>>;
  policies: readonly AnyPolicy[];
  reactions: readonly Reaction[];
  followers: readonly Follower[];
};

/** Asked for where the contract has some, and only there. */
type Part<K extends string, H> = keyof H extends never ? { [k in K]?: never } : { [k in K]: H };

type Declared<F extends FeatureName, N extends Need> = {
  name: F;
  /** What its operations, reactions and followers need beside the context. */
  needs?: readonly N[];
  policies?: readonly AnyPolicy[];
  reactions?: readonly Reaction<N>[];
  followers?: readonly Follower<N>[];
} & Part<'commands', CommandsOf<F, N>> &
  Part<'queries', QueriesOf<F, N>>;

/**
 * Puts a feature together, in its one file `FEATURE.feature.ts`: the commands and queries of its contract (leaving one
 * out does not compile), and what it says to, does after and learns from what other features do.
 */
export const defineFeature = <F extends FeatureName, const N extends Need = never>(
  declared: Declared<F, N>,
): Feature<F> => ({
  name: declared.name,
  needs: declared.needs ?? [],
  // Held against the contract above; the pipeline parses what it hands over by it.
  handlers: { ...declared.commands, ...declared.queries },
  policies: declared.policies ?? [],
  reactions: declared.reactions ?? [],
  followers: declared.followers ?? [],
});
