import type { AnySignedHandler, CommandsOf, FeatureName, Need, Prepared, QueriesOf, QueryContext } from './context.ts';

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
};

/** Asked for where the contract has some, and only there. */
type Part<K extends string, H> = keyof H extends never ? { [k in K]?: never } : { [k in K]: H };

/**
 * Puts a feature together, in its one file `FEATURE.feature.ts`: the commands and queries of its contract (leaving one
 * out does not compile), and what they need beside the context.
 */
export const defineFeature = <F extends FeatureName, const N extends Need = never>({
  name,
  needs,
  commands,
  queries,
}: { name: F; needs?: readonly N[] } & Part<'commands', CommandsOf<F, N>> &
  Part<'queries', QueriesOf<F, N>>): Feature<F> => ({
  name,
  needs: needs ?? [],
  // Held against the contract above; the pipeline parses what it hands over by it.
  handlers: { ...commands, ...queries },
});
