import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textsOf } from '#main/documents/reportFrame.ts';
import { allPeople, rightsOf } from '#main/features/security/identity.queries.ts';
import { permissions } from '#shared/kernel/permissions.ts';
import { textAt } from '#shared/kernel/texts.ts';
import { reportFormats } from '#shared/reports/vocabulary.ts';

/** Who may do what just now, for those who review it: by person, and by what may be done. */
export const rightsReport = defineReport({
  name: 'rights',
  group: 'compliance',
  permission: 'audit',
  formats: reportFormats,
  parameters: z.object({}).strict(),
  async make(_, { reader: { db }, now, offsetMinutes, frame }) {
    const texts = textsOf(frame);
    const { people: words, reports, common } = texts;
    const said = reports.catalogue.rights;
    const people = allPeople(db).map((person) => ({
      ...person,
      ...(person.disabled ? { permissions: [], lapsed: [] } : rightsOf(db, person, { now, offsetMinutes })),
    }));
    const roleWord = (role: string): string => textAt(texts, `people.roleNames.${role}`) || role;
    const named = (some: typeof people): string => some.map(({ name }) => name).join(', ');
    const things = permissions
      .filter((one) => one !== 'enter')
      .map((permission) => ({
        permission,
        may: people.filter((person) => person.permissions.includes(permission)),
        lapsed: people.filter((person) => person.lapsed.includes(permission)),
      }));
    const able = people.filter(({ disabled }) => !disabled);
    return {
      figures: [
        { label: said.people, values: [able.length] },
        { label: said.disabled, values: [people.length - able.length] },
      ],
      sections: [
        listSection({ title: said.byPerson, empty: said.none }, people, [
          { key: 'name', header: texts.fields.name, kind: 'text', of: ({ name }) => name },
          { key: 'user', header: said.user, kind: 'code', of: ({ user }) => user },
          { key: 'roles', header: words.roles, kind: 'text', of: ({ roles }) => roles.map(roleWord).join(', ') },
          { key: 'rights', header: said.rights, kind: 'integer', of: (person) => person.permissions.length },
          { key: 'disabled', header: said.disabled, kind: 'text', of: ({ disabled }) => (disabled ? common.yes : '') },
        ]),
        listSection({ title: said.byRight, empty: said.none }, things, [
          { key: 'right', header: said.right, kind: 'text', of: ({ permission }) => words.permissions[permission] },
          { key: 'what', header: said.what, kind: 'text', of: ({ permission }) => words.permissionHelp[permission] },
          { key: 'count', header: said.people, kind: 'integer', of: ({ may }) => may.length },
          { key: 'may', header: said.who, kind: 'text', of: ({ may }) => named(may) },
          { key: 'lapsed', header: said.lapsed, kind: 'text', of: ({ lapsed }) => named(lapsed) },
        ]),
      ],
    };
  },
});
