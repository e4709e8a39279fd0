import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeOf, refusalOf } from '../support/app.ts';
import { readPdf } from '../support/pdfReader.ts';
import { signIn } from '../support/people.ts';
import { prepare } from '../support/signAs.ts';
import { buildSignedPlant, proofsOf, signedActs, signedOperations } from '../support/signedActs.ts';
import { readWorkbook } from '../support/workbookReader.ts';

const acts = Object.entries(signedActs);
/** A text without the blanks that a line's end takes the place of. */
const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');
const languages = ['en', 'de'] as const;
const statementsOf = (set: Awaited<ReturnType<typeof buildSignedPlant>>, seq: number): string[] =>
  set.plant
    .rows<{ statement: string }>('select statement from signature where entry_seq = ? order by id', seq)
    .map(({ statement }) => statement);

describe('what is signed is what was read', () => {
  it('is shown for every command that the contract says is signed', () => {
    expect(Object.keys(signedActs).sort()).toEqual(signedOperations.toSorted());
    console.log(`signed commands: ${acts.length}, each read, stored and printed in ${languages.join(' and ')}`);
  });

  describe.each(acts)('%s', (operation, act) => {
    it.each(languages)(
      'is read in %s, and stands to the letter in the store, the trail and its extract as PDF and workbook',
      async (language) => {
        await using set = await buildSignedPlant('electron');
        const { plant } = set;
        const [input, as] = [act.input(set), await signIn(plant, act.by)];
        const before = plant.contentDigest();
        const read = await prepare(plant, operation, input, as, language);
        expect(plant.contentDigest()).toBe(before);
        expect(read.positions.map(({ by }) => by)).toEqual([
          ...(act.meaning === undefined ? [] : ['self']),
          ...(act.witness === undefined ? [] : ['another']),
        ]);
        expect(read.sentence).toContain(String(input[act.why]));
        await plant.send(operation, { ...input, ...proofsOf(act), token: read.token }, { as });
        const { seq } = plant.app.store.head();
        expect(statementsOf(set, seq)).toEqual(read.positions.map(() => read.sentence));

        const auditor = await signIn(plant, 'complianceOfficer');
        const { entry, signatures } = await plant.ask('audit.get', { seq }, { as: auditor });
        expect([entry.operation, entry.signed]).toEqual([operation, read.sentence]);
        expect(signatures.map(({ statement, superseded }) => [statement, superseded])).toEqual(
          read.positions.map(() => [read.sentence, false]),
        );
        const question = { operation, outcome: 'done' as const };
        const draw = async (format: 'pdf' | 'xlsx'): Promise<Buffer> => {
          const { document } = await plant.ask(
            'reports.draw',
            { report: 'audit', parameters: { question }, format },
            { as: auditor },
          );
          await plant.ask('reports.issue', { document }, { as: auditor });
          return readFileSync(plant.app.spool.fetch(document, auditor.id).path);
        };
        const printed = readPdf(await draw('pdf')).pages.flatMap(({ texts }) => texts.map(({ text }) => text));
        expect(withoutBlanks(printed.join(''))).toContain(withoutBlanks(read.sentence));
        const { sheets } = readWorkbook(await draw('xlsx'));
        const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => cell?.value)));
        expect(cells).toContain(read.sentence);
        expect(plant.verify().ok).toBe(true);
      },
    );

    it('is answered again under its id, whatever token comes with it', async () => {
      await using set = await buildSignedPlant('electron');
      const { plant } = set;
      const [input, as] = [act.input(set), await signIn(plant, act.by)];
      const { token } = await prepare(plant, operation, input, as);
      const id = plant.newId();
      const sent = (more: object) => plant.send(operation, { ...input, ...proofsOf(act), ...more }, { as, id });
      const reply = await sent({ token });
      const signed = plant.rows('select id from signature').length;
      expect(await sent({ token: `de-${'0'.repeat(64)}` })).toEqual(reply);
      expect(await sent({})).toEqual(reply);
      expect(plant.rows('select id from signature')).toHaveLength(signed);
    });

    it('is refused where it was not read, was read otherwise, or what was read changed meanwhile', async () => {
      await using set = await buildSignedPlant('electron');
      const { plant } = set;
      const [input, as] = [act.input(set), await signIn(plant, act.by)];
      const { token } = await prepare(plant, operation, input, as, 'de');
      const sent = (change: object) => plant.send(operation, { ...input, ...proofsOf(act), ...change }, { as });
      const before = plant.contentDigest();
      expect(await codeOf(sent({ token, [act.why]: 'something else' }))).toBe('RECORD_CHANGED');
      expect(await codeOf(sent({ token: token.replace('de-', 'en-') }))).toBe('RECORD_CHANGED');
      expect(plant.contentDigest()).toBe(before);
      if (act.meanwhile === undefined) return;
      await act.meanwhile(set);
      const [changed, signed] = [plant.contentDigest(), plant.rows('select id from signature').length];
      const refusal = await refusalOf(sent({ token }));
      expect(refusal).toMatchObject({ code: 'RECORD_CHANGED', message: expect.stringContaining('changed') });
      expect(plant.contentDigest()).toBe(changed);
      expect(plant.rows('select id from signature')).toHaveLength(signed);
    });
  });
});
