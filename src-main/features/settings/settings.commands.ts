import type { CommandContext, CommandsIn } from '#main/context/context.ts';
import { allPeople, allRoles, permissionsOf } from '#main/features/security/identity.queries.ts';
import { isAnybodyElse } from '#main/features/security/confirmation.queries.ts';
import { insistOnSetUp } from '#main/features/security/separation.actions.ts';
import { settingsOf, singlePersonOf } from '#main/features/security/siteSettings.queries.ts';
import type { Saved } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { decisions } from '#shared/kernel/roles.ts';
import type { Settings, settings } from '#shared/settings/contract.ts';
import { settingRecord } from '#shared/settings/records.ts';

export const settingCommands: CommandsIn<typeof settings> = {
  async saveSettings({ reason: _why, ...settings }, context) {
    insistOnSetUp(context);
    const keys = (Object.keys(settings) as (keyof Settings)[]) // the very keys of the schema
      .filter((key) => settings[key] !== undefined);
    const before = settingsOf(context.work.db);
    const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(settings[key]));
    for (const key of changed) saveSetting(context.work, key, JSON.stringify(settings[key]));
    return { changed: changed.length };
  },

  setSinglePerson: {
    async toSign({ on, reason }, { reader: { db }, actor }) {
      if (on === (singlePersonOf(db) !== '')) return refuseSame(on);
      return {
        sentence: sentenceOf(on, reason),
        reads: [{ kind: settingRecord, name: 'singlePerson' }],
        ...(on && isAnybodyElse(db, actor.person.id) ? { witness: 'singlePerson' } : {}),
      };
    },

    async within({ on, reason }, { work }) {
      if (!on) refuseCombined(work);
      const saved = saveSetting(work, 'singlePerson', on ? reason : '');
      return { reply: { saved }, signed: [{ kind: settingRecord, name: 'singlePerson' }] };
    },
  },
};

/** It is read before there is a reason, too: then it must not break off. */
function sentenceOf(on: boolean, reason: string): Message {
  if (!on) return msg`From now on it takes two persons again. ${reason}`;
  return reason.trim() === ''
    ? msg`From now on one person may do here what two should.`
    : msg`From now on one person may do here what two should, because: ${reason}`;
}

const saveSetting = (work: Work, code: string, value: string): Saved =>
  saveRecord(work, settingRecord, { code, value });

/** Two people again means that nobody holds any more what one person may not hold, who is disabled and comes back either. */
function refuseCombined(work: CommandContext['work']): void {
  const all = allRoles(work.db);
  const both = allPeople(work.db).find(({ roles }) => {
    const held = permissionsOf(roles, all);
    return held.includes('people') && decisions.some((permission) => held.includes(permission));
  });
  if (both === undefined) return;
  throw new LotlineError(
    'SEPARATION_OF_DUTIES',
    msg`${both.name} administers people and decides on quality. Take one of the two away first.`,
    { user: both.user },
  );
}

function refuseSame(on: boolean): never {
  throw new LotlineError(
    'ILLEGAL_TRANSITION',
    on ? msg`One person may act alone here already.` : msg`It takes two persons here already.`,
  );
}
