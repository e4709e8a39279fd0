import type { AnyHandler, Feature } from '#main/context/feature.ts';
import type { AnyPolicy } from '#main/ledgerStore/policy.ts';
import type { Operation } from '../operations.ts';

/** The feature that an operation is of. */
export function featureOf(features: readonly Feature[], { feature: name }: Pick<Operation, 'feature'>): Feature {
  const found = features.find((feature) => feature.name === name);
  if (found === undefined) throw new Error(`no feature ${name}`);
  return found;
}

export function handlerOf(features: readonly Feature[], operation: Operation): AnyHandler {
  const handler = featureOf(features, operation).handlers[operation.verb];
  if (handler === undefined) throw new Error(`${operation.name} has no handler`);
  return handler;
}

/** The policies of all features, in the order of features. */
export const policiesOf = (features: readonly Feature[]): AnyPolicy[] => features.flatMap(({ policies }) => policies);
