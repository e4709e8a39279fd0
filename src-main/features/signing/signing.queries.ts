import type { QueriesOf } from '#main/context/context.ts';

export const signingQueries: QueriesOf<'signing', 'readToSign'> = {
  prepare: (asked, context) => context.readToSign(asked, context),
};
