import type { Handlers, Prepared, QueryContext } from '#main/context/context.ts';
import type { Operation } from '../operations.ts';

export type AnyHandler =
  | ((input: unknown, context: QueryContext) => Promise<unknown>)
  | { before(input: unknown, context: QueryContext): Promise<Prepared<unknown>> };

export function handlerOf(handlers: Handlers, operation: Operation): AnyHandler {
  // The map is complete by its type; only the pairing of name and handler is lost here, once.
  const feature = handlers[operation.feature as keyof Handlers] as Record<string, unknown>;
  // Found by the very name the contract gives it.
  return feature[operation.verb] as AnyHandler;
}
