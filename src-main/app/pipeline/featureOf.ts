import type { AnyHandler, Feature } from '#main/context/feature.ts';
import type { AnyPolicy } from '#main/ledgerStore/policy.ts';
import type { Operation } from '../operations.ts';

type Named = Pick<Operation, 'name' | 'namespace' | 'verb'>;

/** The feature that an operation is of. */
export function featureOf(features: readonly Feature[], { name, namespace, verb }: Named): Feature {
  const found = features.find((feature) => feature.namespace === namespace && verb in feature.handlers);
  if (found === undefined) throw new Error(`${name} has no handler`);
  return found;
}

export function handlerOf(features: readonly Feature[], operation: Named): AnyHandler {
  const handler = featureOf(features, operation).handlers[operation.verb];
  if (handler === undefined) throw new Error(`${operation.name} has no handler`);
  return handler;
}

/** The policies of all features, in the order of features. */
export const policiesOf = (features: readonly Feature[]): AnyPolicy[] => features.flatMap(({ policies }) => policies);

/** Whether what a command does to the session is part of its answer. */
export const changesSession = (handler: AnyHandler): boolean =>
  typeof handler !== 'function' && 'changesSession' in handler && handler.changesSession === true;
