import { livesOf, nameOfPiece } from '#main/features/serials/lives.queries.ts';
import { missingOf, partsOf } from '#main/features/serials/service.queries.ts';
import { query } from '#main/store/query.ts';
import type { Outputs } from '#shared/contract.ts';
import { closenessTo } from '#shared/dossier/closeness.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { variantsOf } from '#shared/serials/variants.ts';
import { judgeAuthenticity } from '#shared/serials/verdict.ts';
import { findScanned } from './scan.queries.ts';
import type { View } from './hits.ts';

type Checked = Outputs['dossier']['checkSerial'];

/** So many serials that are alike are told. */
const mostAlike = 20;

/**
 * Whether a serial that somebody holds is one we know: what was typed or scanned is looked for to the letter, and what
 * looks like it is told beside.
 */
export async function checkSerial(view: View, text: string, year: number): Promise<Checked> {
  const { hits, scanned } = await findScanned(view, text, { year, limit: 50 });
  const wanted = scanned === null || scanned.serial === '' ? text.trim() : scanned.serial;
  const lotRead = scanned?.lot ?? '';
  const isMeant = ({ serial }: Unit, closeness: string): boolean =>
    scanned === null || scanned.serial === '' ? closeness === 'exact' : serial === wanted;
  const serials = hits.flatMap(({ kind, unit, closeness }) =>
    kind === 'serial' && unit !== null && unit.serial !== '' ? [{ unit, closeness }] : [],
  );
  const meant = new Map(
    serials.filter(({ unit, closeness }) => isMeant(unit, closeness)).map(({ unit }) => [nameOfPiece(unit), unit]),
  );
  const lives = await livesOf(view.read, [...meant.values()]);
  const found: Checked['found'] = [];
  for (const [name, unit] of meant) {
    const life = lives.get(name);
    if (life === undefined) continue;
    const missing = (await missingOf(view.read, unit)).find(({ foundAt }) => foundAt === '');
    const { builtInto } = await partsOf(view.read, unit);
    const { where, since, deliveries, returns } = life;
    found.push({
      unit,
      ...judgeAuthenticity({ life, builtInto, missing, lotRead, lot: unit.lot }),
      where,
      since,
      deliveries,
      returns,
      isMissing: missing !== undefined,
    });
  }
  const alike = [
    ...serials.map(({ unit }) => unit),
    ...(await view.read.all(serialsAmong, { serials: [wanted, ...variantsOf(wanted)] })),
  ].filter((unit) => !meant.has(nameOfPiece(unit)));
  return {
    serial: wanted,
    gtin: scanned?.gtin ?? '',
    lot: lotRead,
    found,
    alike: [...new Map(alike.map((unit) => [nameOfPiece(unit), unit])).values()]
      .toSorted((a, b) => rank(wanted, a) - rank(wanted, b))
      .slice(0, mostAlike),
  };
}

/** The very number of another product stands first. */
const rank = (wanted: string, { serial }: Unit): number => (closenessTo(wanted, { code: serial }) === 'exact' ? 0 : 1);

const serialsAmong = query((tables, { serials }: { serials: readonly string[] }, { textsOf }) =>
  tables
    .selectFrom('unit')
    .innerJoin('product', 'product.id', 'unit.product_id')
    .select(['product.code as product', 'unit.lot', 'unit.sublot', 'unit.serial'])
    .where('unit.serial', 'in', textsOf(serials))
    .where('unit.serial', '<>', '')
    .orderBy('unit.serial')
    .orderBy('product.code')
    .limit(100),
);
