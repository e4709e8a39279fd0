import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import type { CodeKind } from './knownCodes.queries.ts';

/**
 * A code that looks like another one; `of` is what it belongs to, `lot` the lot of a sublot, "" for none, `signs` the
 * invisible differences of the two.
 */
type Alike = { name: string; twin: string; of: string; lot: string; signs: MessageValue };

/** The message about a code or name that looks like another one which exists. */
export const lookAlikeMessage = (kind: CodeKind, alike: Alike): Message => messages[kind](alike);

const messages: Record<CodeKind, (alike: Alike) => Message> = {
  product: ({ name, twin, signs }) =>
    msg`Product ${name} looks like product ${twin}, which is there too${signs}. If they are one product, correct the one that is mistyped: goods of two products are counted apart.`,
  productName: ({ name, twin, signs }) =>
    msg`Product name ${name} looks like product name ${twin}, which is there too${signs}. If they are one product name, correct the one that is mistyped: lists and searches tell the two apart.`,
  category: ({ name, twin, signs }) =>
    msg`Category ${name} looks like category ${twin}, which is there too${signs}. If they are one category, correct the one that is mistyped: lists and searches tell the two apart.`,
  unit: ({ name, twin, signs }) =>
    msg`Unit of measure ${name} looks like unit of measure ${twin}, which is there too${signs}. If they are one unit of measure, correct the one that is mistyped: figures in two units are not added up.`,
  partner: ({ name, twin, signs }) =>
    msg`Partner ${name} looks like partner ${twin}, which is there too${signs}. If they are one partner, correct the one that is mistyped: goods of two partners are counted apart.`,
  partnerName: ({ name, twin, signs }) =>
    msg`Partner name ${name} looks like partner name ${twin}, which is there too${signs}. If they are one partner name, correct the one that is mistyped: lists and searches tell the two apart.`,
  country: ({ name, twin, signs }) =>
    msg`Country ${name} looks like country ${twin}, which is there too${signs}. If they are one country, correct the one that is mistyped: lists and searches tell the two apart.`,
  location: ({ name, twin, signs }) =>
    msg`Location ${name} looks like location ${twin}, which is there too${signs}. If they are one location, correct the one that is mistyped: goods at two locations are counted apart.`,
  locationName: ({ name, twin, signs }) =>
    msg`Location name ${name} looks like location name ${twin}, which is there too${signs}. If they are one location name, correct the one that is mistyped: lists and searches tell the two apart.`,
  site: ({ name, twin, signs }) =>
    msg`Site ${name} looks like site ${twin}, which is there too${signs}. If they are one site, correct the one that is mistyped: goods at two sites are counted apart.`,
  lot: ({ name, twin, of, signs }) =>
    msg`Lot ${name} of ${of} looks like lot ${twin}, which is there too${signs}. If they are one lot, correct the one that is mistyped: goods of two lots are traced apart.`,
  sublot: ({ name, twin, of, lot, signs }) =>
    msg`Sublot ${name} of ${of} lot ${lot} looks like sublot ${twin}, which is there too${signs}. If they are one sublot, correct the one that is mistyped: goods of two sublots are traced apart.`,
  serial: ({ name, twin, of, signs }) =>
    msg`Serial ${name} of ${of} looks like serial ${twin}, which is there too${signs}. If they are one serial, correct the one that is mistyped: two serials are two pieces.`,
  supplierLot: ({ name, twin, of, signs }) =>
    of === ''
      ? msg`Supplier's lot ${name} looks like supplier's lot ${twin}, which is there too${signs}. If they are one supplier's lot, correct the one that is mistyped: a recall of the one does not find the other.`
      : msg`Supplier's lot ${name} of ${of} looks like supplier's lot ${twin}, which is there too${signs}. If they are one supplier's lot, correct the one that is mistyped: a recall of the one does not find the other.`,
  manufacturer: ({ name, twin, signs }) =>
    msg`Manufacturer ${name} looks like manufacturer ${twin}, which is there too${signs}. If they are one manufacturer, correct the one that is mistyped: lists and searches tell the two apart.`,
  manufacturerLot: ({ name, twin, of, signs }) =>
    of === ''
      ? msg`Manufacturer's lot ${name} looks like manufacturer's lot ${twin}, which is there too${signs}. If they are one manufacturer's lot, correct the one that is mistyped: a search for the one does not find the other.`
      : msg`Manufacturer's lot ${name} of ${of} looks like manufacturer's lot ${twin}, which is there too${signs}. If they are one manufacturer's lot, correct the one that is mistyped: a search for the one does not find the other.`,
  reference: ({ name, twin, signs }) =>
    msg`Reference ${name} looks like reference ${twin}, which is there too${signs}. If they are one reference, correct the one that is mistyped: lists and searches tell the two apart.`,
  workOrder: ({ name, twin, signs }) =>
    msg`Work order ${name} looks like work order ${twin}, which is there too${signs}. If they are one work order, correct the one that is mistyped: what went into the one is not traced into what came out of the other.`,
  run: ({ name, twin, of, signs }) =>
    msg`Run ${name} of ${of} looks like run ${twin}, which is there too${signs}. If they are one run, correct the one that is mistyped: what went into the one is not traced into what came out of the other.`,
  document: ({ name, twin, signs }) =>
    msg`Document ${name} looks like document ${twin}, which is there too${signs}. If they are one document, correct the one that is mistyped: lists and searches tell the two apart.`,
  equipment: ({ name, twin, signs }) =>
    msg`Equipment ${name} looks like equipment ${twin}, which is there too${signs}. If they are one equipment, correct the one that is mistyped: lists and searches tell the two apart.`,
};
