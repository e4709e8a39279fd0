import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { atColumn, listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { addDays, formatMoment, startOfDay } from '#shared/kernel/dates.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { textAt } from '#shared/kernel/texts.ts';
import { authorisationRecord } from '#shared/people/records.ts';
import { namesToShow } from './names.queries.ts';
import { meaningIn } from './signatures.queries.ts';
import { signaturesBetween } from './signed.queries.ts';

/** Who signed what in a period, in the order in which it was signed. */
export const signaturesReport = defineReport({
  name: 'signatures',
  group: 'compliance',
  permission: 'audit',
  parameters: z.object({ from: parameter.date(-30), until: parameter.date(0), person: parameter.text() }).strict(),
  async make({ from, until, person }, { read, reader, offsetMinutes, frame }) {
    const texts = textsOf(frame);
    const { signing, audit, fields, reports } = texts;
    const roleWord = (role: string): string => textAt(texts, `people.roleNames.${role}`) || role;
    // What was written of a person is named by a word, goods and all else by their codes.
    const partWord = (record: string, part: string): string =>
      (record === authorisationRecord.name && textAt(texts, `people.permissions.${part}`)) || part;
    const period = {
      from: startOfDay(from, offsetMinutes),
      until: startOfDay(addDays(until, 1), offsetMinutes),
    };
    const shown = namesToShow(reader.db);
    const rows = (await read.all(signaturesBetween, { ...period, person })).map((row) => ({
      ...row,
      at: formatMoment(row.at),
      name: shown(row.person, row.name),
    }));
    return {
      subject: person,
      figures: [
        { label: signing.title, values: [rows.length] },
        { label: reports.catalogue.signatures.people, values: [new Set(rows.map((row) => row.person)).size] },
      ],
      sections: [
        listSection({ title: signing.title, empty: reports.catalogue.signatures.none }, rows, [
          // Before what may be long: at the end it would lie outside of the page.
          { key: 'entry', header: signing.entry, kind: 'integer', of: ({ entry_seq: entry }) => entry },
          atColumn(frame),
          textColumn('name', signing.by, ({ name }) => name),
          textColumn('role', audit.fields.role, ({ role }) => role.split(', ').map(roleWord).join(', ')),
          textColumn('meaning', signing.meaning, (row) => signing.meanings[meaningIn(row.meaning)]),
          textColumn('record', audit.record, ({ record }) => textAt(audit.records, record) || record),
          textColumn('key', fields.name, (row) =>
            row.record_key
              .split(partSeparator)
              .filter(Boolean)
              .map((part) => partWord(row.record, part))
              .join(' / '),
          ),
          textColumn('statement', signing.statement, ({ statement }) => statement),
        ]),
      ],
    };
  },
});
