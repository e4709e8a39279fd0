import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf, unitColumns } from '#main/documents/reportFrame.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { formatMessage, msg } from '#shared/kernel/message.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { reportFormats } from '#shared/reports/vocabulary.ts';
import { isLanguage, readingIn } from '#shared/texts/index.ts';
import { checkSerial } from './checkSerial.queries.ts';

/** Whether a serial that somebody holds is one we know, to be handed to who asks. */
export const serialCheckReport = defineReport({
  name: 'serialCheck',
  group: 'traceability',
  permission: 'look',
  formats: reportFormats,
  parameters: z.object({ serial: parameter.text() }).strict(),
  async make({ serial }, { read, reader, now, offsetMinutes, frame }) {
    const { fields, reports, dossier } = textsOf(frame);
    const words = reports.catalogue.serialCheck;
    const { check } = dossier;
    const year = Number(dateOf(now, offsetMinutes).slice(0, 4));
    const { found, alike } =
      serial === '' ? { found: [], alike: [] } : await checkSerial({ read, reader }, serial, year);
    const say = (message: Parameters<typeof formatMessage>[0]): string =>
      formatMessage(message, readingIn(isLanguage(frame.language) ? frame.language : 'en'));
    type Says = Unit & { verdict: string; says: string };
    const said: Says[] = found.flatMap(({ unit, verdict, sentences, warnings }) => [
      ...sentences.map((one) => ({ ...unit, verdict: check.verdicts[verdict], says: say(one) })),
      ...warnings.map((one) => ({ ...unit, verdict: check.warning, says: say(one) })),
    ]);
    const happened = found.flatMap(({ unit, deliveries, returns }) =>
      [
        ...deliveries.map((one) => ({ ...unit, ...one, what: check.delivery })),
        ...returns.map((one) => ({ ...unit, ...one, what: check.return })),
      ].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    );
    return {
      subject: serial,
      figures: [{ label: check.matches, values: [found.length] }],
      sections: [
        listSection<Says>({ title: words.title, empty: say(unknownSerial(serial)) }, said, [
          ...unitColumns<Says>(frame),
          textColumn('verdict', check.verdict, ({ verdict }) => verdict),
          textColumn('says', check.says, ({ says }) => says),
        ]),
        listSection({ title: check.happened, empty: check.nothingHappened }, happened, [
          ...unitColumns<(typeof happened)[number]>(frame),
          textColumn('what', check.what, ({ what }) => what),
          { key: 'on', header: fields.at, kind: 'date', of: ({ on }) => on },
          { key: 'partner', header: fields.partner, kind: 'code', of: ({ partner }) => partner },
          { key: 'document', header: fields.document, kind: 'code', of: ({ document }) => document },
        ]),
        listSection({ title: check.alike, empty: check.noneAlike }, alike, unitColumns<Unit>(frame)),
      ],
    };
  },
});

const unknownSerial = (serial: string) =>
  serial === ''
    ? msg`Say which serial is to be checked.`
    : msg`There is no serial ${serial} in our records: it was never made and never received here.`;
