import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { openSigning } from '#main/features/security/confirmation.queries.ts';
import { approvalsEnding } from '#main/features/suppliers/approvals.queries.ts';
import { listSection, partnerColumns, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { allPeople, rightsOf } from '#main/features/security/identity.queries.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { type Permission, permissions } from '#shared/kernel/permissions.ts';
import { signingRights } from '#shared/kernel/roles.ts';
import { textAt } from '#shared/kernel/texts.ts';
import { mendColumn, type MendingScreen, mendingScreens } from '#shared/reports/mending.ts';
import { reportFormats } from '#shared/reports/vocabulary.ts';
import { customersOutOfReach, gapsOfProducts, type ProductGap } from './setUpGaps.queries.ts';

/** Where a gap of a product is mended, if not on its page or that of its lots. */
const mended: Partial<Record<ProductGap, MendingScreen>> = {
  shutOut: 'statuses',
  noNumbers: 'numbering',
  noWarranty: 'warranty',
};

/** What in the set-up would leave a gap in a trace, a recall or a job of the day, and where it is mended. */
export const setUpGapsReport = defineReport({
  name: 'setUpGaps',
  group: 'quality',
  permission: 'look',
  formats: reportFormats,
  parameters: z.object({}).strict(),
  async make(_, { read, reader: { db }, now, offsetMinutes, frame }) {
    const texts = textsOf(frame);
    const { fields, people, reports, suppliers } = texts;
    const words = reports.catalogue.setUpGaps;
    const today = dateOf(now, offsetMinutes);
    const mend = <Row>(at: (row: Row) => MendingScreen | undefined) =>
      textColumn<Row>(mendColumn, words.mend, (row) => {
        const screen = at(row);
        return screen === undefined ? words.itsPage : textAt(texts, mendingScreens[screen].text);
      });
    const ofProducts = await gapsOfProducts(read, db, today);
    const approvals = await approvalsEnding(read, db, today);
    const customers = await read.all(customersOutOfReach);
    const able = allPeople(db).filter(({ disabled }) => !disabled);
    const open = openSigning(db);
    const held = new Map(able.map((person) => [person, rightsOf(db, person, { now, offsetMinutes }).permissions]));
    const heldBy = (right: Permission) => able.filter((person) => held.get(person)?.includes(right));
    // Without people the owner of the file may do everything.
    const rights = (able.length === 0 ? [] : permissions).flatMap((right) => {
      const holders = heldBy(right);
      if (right === 'enter') return [];
      if (holders.length === 0) return [{ right, isHeld: false }];
      return signingRights.includes(right) && holders.every(({ user }) => open.has(user))
        ? [{ right, isHeld: true }]
        : [];
    });
    return {
      figures: [
        { label: words.ofProducts, values: [ofProducts.length] },
        { label: words.ofCustomers, values: [customers.length] },
        { label: words.ofApprovals, values: [approvals.length] },
        { label: words.ofRights, values: [rights.length] },
      ],
      sections: [
        listSection({ title: words.ofProducts, empty: words.none }, ofProducts, [
          { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
          textColumn('name', fields.name, ({ name }) => name),
          textColumn('gap', words.gap, ({ gap }) => words.gaps[gap]),
          textColumn('breaks', words.breaks, ({ gap }) => words.broken[gap]),
          { key: 'count', header: words.count, kind: 'integer', of: ({ count }) => count },
          mend(({ gap }) => mended[gap]),
        ]),
        listSection({ title: words.ofCustomers, empty: words.none }, customers, [
          ...partnerColumns<(typeof customers)[number]>(frame, fields.partner, ({ code }) => code),
          textColumn('breaks', words.breaks, () => words.outOfReach),
          { key: 'count', header: words.deliveries, kind: 'integer', of: ({ count }) => Number(count) },
        ]),
        listSection({ title: words.ofApprovals, empty: words.none }, approvals, [
          ...partnerColumns<(typeof approvals)[number]>(frame, fields.supplier, ({ partner }) => partner),
          textColumn('of', suppliers.code, ({ code }) => code),
          { key: 'validUntil', header: suppliers.validUntil, kind: 'date', of: ({ validUntil }) => validUntil },
          textColumn('standing', suppliers.standing, ({ standing }) => suppliers.standings[standing]),
          textColumn('breaks', words.breaks, () => words.approvalEnds),
        ]),
        listSection({ title: words.ofRights, empty: words.none }, rights, [
          textColumn('right', words.right, ({ right }) => people.permissions[right]),
          textColumn('what', words.what, ({ right, isHeld }) =>
            isHeld ? words.nobodySigns : people.permissionHelp[right],
          ),
          mend(({ isHeld }) => (isHeld ? 'people' : 'roles')),
        ]),
      ],
    };
  },
});
