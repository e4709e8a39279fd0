import { defineFeature } from '#main/context/feature.ts';
import { products } from '#shared/products/contract.ts';
import { productsReport } from './products.report.ts';
import { productCommands } from './products.commands.ts';
import { productQueries } from './products.queries.ts';

export const productsFeature = defineFeature({
  name: 'products',
  contract: products,
  commands: productCommands,
  queries: productQueries,
  reports: [productsReport],
});
