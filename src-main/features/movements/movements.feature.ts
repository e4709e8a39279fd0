import { defineFeature } from '#main/context/feature.ts';
import { movementCommands } from './movements.commands.ts';
import { movementQueries } from './movements.queries.ts';

export const movementsFeature = defineFeature({
  name: 'movements',
  needs: ['policies'],
  commands: movementCommands,
  queries: movementQueries,
});
