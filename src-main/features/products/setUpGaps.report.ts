import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, partnerColumns, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { allPeople, rightsOf } from '#main/features/security/identity.queries.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { permissions } from '#shared/kernel/permissions.ts';
import { reportFormats } from '#shared/reports/vocabulary.ts';
import { customersOutOfReach, gapsOfProducts } from './setUpGaps.queries.ts';

/** What in the set-up would leave a gap in a trace, a recall or a job of the day, and where it is mended. */
export const setUpGapsReport = defineReport({
  name: 'setUpGaps',
  group: 'quality',
  permission: 'look',
  formats: reportFormats,
  parameters: z.object({}).strict(),
  async make(_, { read, reader: { db }, now, offsetMinutes, frame }) {
    const { fields, people, reports } = textsOf(frame);
    const words = reports.catalogue.setUpGaps;
    const ofProducts = await gapsOfProducts(read, dateOf(now, offsetMinutes));
    const customers = await read.all(customersOutOfReach);
    const able = allPeople(db).filter(({ disabled }) => !disabled);
    const held = new Set(able.flatMap((person) => rightsOf(db, person, { now, offsetMinutes }).permissions));
    // Without people the owner of the file may do everything.
    const rights = able.length === 0 ? [] : permissions.filter((one) => one !== 'enter' && !held.has(one));
    return {
      figures: [
        { label: words.ofProducts, values: [ofProducts.length] },
        { label: words.ofCustomers, values: [customers.length] },
        { label: words.ofRights, values: [rights.length] },
      ],
      sections: [
        listSection({ title: words.ofProducts, empty: words.none }, ofProducts, [
          { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
          textColumn('name', fields.name, ({ name }) => name),
          textColumn('gap', words.gap, ({ gap }) => words.gaps[gap]),
          textColumn('breaks', words.breaks, ({ gap }) => words.broken[gap]),
          { key: 'count', header: words.count, kind: 'integer', of: ({ count }) => count },
        ]),
        listSection({ title: words.ofCustomers, empty: words.none }, customers, [
          ...partnerColumns<(typeof customers)[number]>(frame, fields.partner, ({ code }) => code),
          textColumn('breaks', words.breaks, () => words.outOfReach),
          { key: 'count', header: words.deliveries, kind: 'integer', of: ({ count }) => Number(count) },
        ]),
        listSection({ title: words.ofRights, empty: words.none }, rights, [
          textColumn('right', words.right, (right) => people.permissions[right]),
          textColumn('what', words.what, (right) => people.permissionHelp[right]),
        ]),
      ],
    };
  },
});
