import { defineFeature } from '#main/context/feature.ts';
import { lotCommands } from './lots.commands.ts';
import { lotQueries } from './lots.queries.ts';

export const lotsFeature = defineFeature({ name: 'lots', commands: lotCommands, queries: lotQueries });
