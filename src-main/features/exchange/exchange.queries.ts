import type { QueriesOf } from '#main/context/context.ts';
import { sourceOf } from './source.ts';
import { takePlant } from './takePlant.ts';

export const exchangeQueries: QueriesOf<'exchange'> = {
  async preview({ source }, context) {
    const { result, errors } = await context.rehearse((work) => takePlant(work, sourceOf(source, context), context));
    return { result: errors.length === 0 ? result : null, errors };
  },
};
