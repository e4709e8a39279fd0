import { defineFeature } from '#main/context/feature.ts';
import { productCommands } from './products.commands.ts';
import { productQueries } from './products.queries.ts';

export const productsFeature = defineFeature({ name: 'products', commands: productCommands, queries: productQueries });
