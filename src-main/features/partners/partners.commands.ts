import type { CommandsOf } from '#main/context/context.ts';
import { savePartner } from './partners.actions.ts';

export const partnerCommands: CommandsOf<'partners'> = {
  save: ({ reason: _why, ...partner }, { work }) => savePartner(work, partner),
};
