import type { Database } from 'better-sqlite3';
import { type Settings, siteSettings } from '#shared/settings/contract.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';

/** What the site decided, and what holds where it decided nothing. */
export function settingsOf(db: Database): Settings {
  const stored = Object.fromEntries(
    db
      .prepare<[], { code: string; value: string }>("select code, value from setting where code <> 'singlePerson'")
      .all()
      .map(({ code, value }): [string, unknown] => [code, JSON.parse(value)]),
  );
  const read = siteSettings.safeParse({ ...standardSettings, ...stored });
  return read.success ? read.data : standardSettings;
}

/** Why one person may do what two should; "" where two must. */
export const singlePersonOf = (db: Database): string =>
  db.prepare<[], string>("select value from setting where code = 'singlePerson'").pluck().get() ?? '';
