import type { CommandsOf } from '#main/context/context.ts';
import { savePlace } from './locations.actions.ts';

export const locationCommands: CommandsOf<'locations'> = {
  save: ({ reason: _why, ...location }, { work }) => savePlace(work, location),
};
