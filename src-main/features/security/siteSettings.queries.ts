import type { Database } from 'better-sqlite3';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { ownZone } from '#shared/kernel/zones.ts';
import { type Settings, siteSettings } from '#shared/settings/contract.ts';
import { settingRecord } from '#shared/settings/records.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';

/** What the site decided, and what holds where it decided nothing. */
export function settingsOf(db: Database): Settings {
  const stored = Object.fromEntries(
    vouchedRecords(db, settingRecord)
      .filter(({ code }) => String(code) in siteSettings.shape)
      .map(({ code, value }): [string, unknown] => [String(code), JSON.parse(String(value))]),
  );
  const read = siteSettings.safeParse({ ...standardSettings, ...stored });
  return read.success ? read.data : standardSettings;
}

/** The plant's own zone, where it has decided on one; else another, which is that of this computer unless said. */
export const siteZone = (db: Database, otherwise: string = ownZone()): string => settingsOf(db).timeZone || otherwise;

/** Why one person may do what two should; "" where two must. */
export const singlePersonOf = (db: Database): string =>
  String(vouchedRecords(db, settingRecord, singlePerson)[0]?.['value'] ?? '');

/** What signatures and decisions say that are made while one person may do what two should. */
export const signedAlone = (why: string): Message => msg`(Here one person may do what two should, because: ${why})`;

const singlePerson = 'singlePerson';
