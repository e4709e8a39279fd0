import { signIn } from './people.ts';
import { msg } from '#shared/kernel/message.ts';
import { z } from 'zod';
import { features } from '#main/app/features.ts';
import type { CommandsIn, NamedRecord } from '#main/context/context.ts';
import { defineFeature } from '#main/context/feature.ts';
import { lastVersionOf, signaturesOn } from '#main/features/signing/signedVersions.queries.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { code } from '#shared/kernel/fields.ts';
import { command } from '#shared/kernel/operation.ts';
import { field, record } from '#shared/kernel/record.ts';
import type { Position } from '#shared/signing/positions.ts';
import { buildSignedPlant } from './signedActs.ts';

/** A feature that the program does not have: what three people agree to, each when they come to it. */
// records.ts
const agreementRecord = record({
  name: 'agreement',
  key: ['code'],
  fields: { code: field.code(), text: field.text(), agreed: field.number() },
});

const positions: readonly Position[] = [
  { position: 1, by: 'self', meanings: ['performed'] },
  { position: 2, by: 'another', meanings: ['reviewed'] },
  { position: 3, by: 'another', meanings: ['approved', 'rejected'] },
];

// contract.ts
const agreements = {
  agree: command({
    permission: 'look',
    signature: { meanings: ['performed', 'reviewed', 'approved', 'rejected'] },
    input: z.object({ agreement: code, text: z.string() }).strict(),
    output: z.object({ agreed: z.number() }),
  }),
};

// agreements.commands.ts
const named = (agreement: string): NamedRecord => ({ kind: agreementRecord, name: agreement });
const agreementCommands: CommandsIn<typeof agreements> = {
  agree: {
    async toSign({ agreement, text }, { read }) {
      const given = await signaturesOn(read, { record: 'agreement', key: agreement }, 'agreements.agree');
      return {
        sentence: msg`${agreement}: ${text}`,
        reads: [named(agreement)],
        sittings: { positions, given },
      };
    },
    async within({ agreement, text }, { work }) {
      const before = await lastVersionOf(work, { record: 'agreement', key: agreement });
      const agreed = (before?.version ?? 0) + 1;
      saveRecord(work, agreementRecord, { code: agreement, text, agreed });
      return { reply: { agreed }, signed: [named(agreement)] };
    },
  },
};

const agreementsFeature = defineFeature({
  name: 'agreements',
  contract: agreements,
  commands: agreementCommands,
});

// a migration
const agreementTable = `create table agreement (id integer primary key, code text not null unique, text text not null,
  agreed integer not null, version integer not null) strict`;

/** The signed plant, with the features of the product and this one. */
export async function buildAgreements(): Promise<Awaited<ReturnType<typeof buildSignedPlant>>> {
  const set = await buildSignedPlant('test', [...features, agreementsFeature]);
  // The file is checked before the first command, and has a table more afterwards.
  await set.plant.ask(
    'people.saveView',
    { list: 'lots', name: 'All', question: {} },
    { as: await signIn(set.plant, 'inspector') },
  );
  await set.plant.app.store.work(({ db }) => void db.exec(agreementTable));
  return set;
}
