import type { CommandsOf } from '#main/context/context.ts';
import { type StoredRecord, saveRecords } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import { lastDayMeant, type PlainDate } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { changedDates, type GivenDates } from '#shared/lots/changedDates.ts';
import { derivedDates } from '#shared/lots/dates.ts';
import { lotRecord, type LotValues } from '#shared/lots/records.ts';
import { changesOf } from '#shared/signing/changes.ts';
import { findLot, type LotName } from './dates.queries.ts';

export const dateCommands: Pick<CommandsOf<'lots', 'policies'>, 'changeDates'> = {
  changeDates: {
    async toSign(asked, { read }) {
      const { before, after, changed } = await plannedDates(asked, read);
      const named = unitMessage({ ...asked, serial: '' });
      const changes = changesOf(lotRecord, { before: before.values, after, changed });
      return { sentence: msg`Change the dates of ${named}: ${changes}. ${asked.reason}`, reads: [recordOf(asked)] };
    },

    async within(asked, { work }) {
      const { before, after, changed } = await plannedDates(asked, work);
      await saveRecords(work, lotRecord, [{ values: after, stored: before }]);
      const { product, lot, version } = asked;
      return { reply: { product, lot, version: version + 1, changed }, signed: [recordOf(asked)] };
    },
  },
};

const recordOf = ({ product, lot, sublot }: LotName) => ({
  kind: lotRecord,
  name: [product, lot, sublot].join('\u001f'),
});

type Asked = LotName & { version: number; dates: { [N in keyof GivenDates]: string | undefined } };
type Planned = { before: StoredRecord<LotValues>; after: LotValues; changed: string[] };

/** @throws LotlineError NOT_FOUND; RECORD_CHANGED for another version than was looked at; VALIDATION */
async function plannedDates({ version, dates, ...named }: Asked, read: Pick<Read, 'one'>): Promise<Planned> {
  const before = await findLot(read, named);
  if (before.version !== version)
    throw new LotlineError(
      'RECORD_CHANGED',
      msg`${named.lot} was changed by somebody else since you opened it. Load it again; what you typed is kept.`,
      { version: before.version },
    );
  const given: GivenDates = {};
  for (const name of derivedDates) given[name] = dateGiven(dates[name]);
  const after = { ...before.values, ...changedDates(before.values, given) };
  if (after.expiresOn !== before.values.expiresOn) after.expiresWith = null;
  const changed = derivedDates.filter((name) => before.values[name] !== after[name]);
  if (changed.length === 0)
    throw new LotlineError('VALIDATION', msg`Nothing was changed, so there is nothing to sign.`, { field: 'dates' });
  return { before, after, changed };
}

const dateGiven = (text: string | undefined): PlainDate | null | undefined =>
  text === undefined ? undefined : (lastDayMeant(text) ?? null);
