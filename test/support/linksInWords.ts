import type Database from 'better-sqlite3';
import { canonical } from '#main/store/chain.ts';
import { formatUnit } from '#shared/kernel/unit.ts';
import { reseal } from './tampering/forger.ts';

/** What a link's version says, in the format it had first: each unit in one text. */
export function linkInWords(content: string): string {
  // What `serialLinkFields` answers.
  const link = JSON.parse(content) as Record<string, string | number>;
  const unit = (side: string): string =>
    formatUnit({
      product: String(link[`${side}Product`]),
      lot: String(link[`${side}Lot`]),
      sublot: String(link[`${side}Sublot`]),
      serial: String(link[`${side}Serial`]),
    });
  const { workOrder, quantity, at, rowKey } = link;
  return canonical({ workOrder, parent: unit('parent'), component: unit('component'), quantity, at, rowKey });
}

/** Makes the links of a store those of one that was written before versions named units part by part. */
export function writeLinksInWords(db: Database.Database): void {
  const write = db.prepare('update record_version set content = ? where id = ?');
  const rows = db.prepare<[], { id: number; content: string }>(
    "select id, content from record_version where record = 'serial_link'",
  );
  for (const { id, content } of rows.all()) write.run(linkInWords(content), id);
  reseal(db);
}
