import { defineFeature } from '#main/context/feature.ts';
import { settings } from '#shared/settings/contract.ts';
import { settingCommands } from './settings.commands.ts';
import { settingQueries } from './settings.queries.ts';

export const settingsFeature = defineFeature({
  name: 'settings',
  namespace: 'people',
  contract: settings,
  commands: settingCommands,
  queries: settingQueries,
});
