import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf } from '../support/app.ts';
import { addPerson, password, setUpAdministrator, setUpPeople, signature } from '../support/people.ts';
import { on } from '../support/plantTables.ts';
import { readWorkbook } from '../support/workbookReader.ts';

const reason = 'as the site decided';

describe('one person alone', () => {
  it('is a mode that is signed, with a reason, and ends the same way', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const alone = { on: true, reason: 'a site of one', signature: signature('administrator', 'approved') };
    // There is somebody else, who agrees to it.
    expect(await codeOf(plant.ask('people.setSinglePerson', alone, { as: administrator }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    const agreed = (user: string) => ({ ...alone, witness: { user, password } });
    expect(await codeOf(plant.ask('people.setSinglePerson', agreed('warehouse'), { as: administrator }))).toBe(
      'FORBIDDEN',
    );
    await addPerson(plant, administrator, { user: 'made', name: 'Mads Aden', roles: ['qualityManager'] });
    expect(await codeOf(plant.ask('people.setSinglePerson', agreed('made'), { as: administrator }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    await plant.ask('people.setSinglePerson', agreed('qualityManager'), { as: administrator });
    expect((await plant.ask('people.whoAmI', {}, { as: administrator })).singlePerson).toBe('a site of one');
    // Every document says so meanwhile.
    const drawn = await plant.ask(
      'reports.draw',
      { report: 'lots', parameters: { question: {} }, format: 'xlsx' },
      { as: administrator },
    );
    await plant.ask('reports.issue', { document: drawn.document }, { as: administrator });
    const { path } = plant.app.spool.fetch(drawn.document, administrator.id);
    expect(JSON.stringify(readWorkbook(readFileSync(path)))).toContain('a site of one');
    const raise = { user: 'administrator', version: 1, roles: ['administrator', 'qualityManager'], reason };
    await plant.ask('people.change', raise, { as: administrator });
    const ended = { ...alone, on: false, reason: 'two again' };
    // Two people again means that nobody holds any more what one may not hold.
    expect(await codeOf(plant.ask('people.setSinglePerson', ended, { as: administrator }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    const lower = { ...raise, version: 2, roles: ['administrator'] };
    await plant.ask('people.change', lower, { as: administrator });
    await plant.ask('people.setSinglePerson', ended, { as: administrator });
    const [last, first] = (
      await plant.ask('people.listSignatures', { record: 'setting', parts: ['singlePerson'] }, { as: administrator })
    ).signatures;
    expect([first?.superseded, last?.superseded]).toEqual([true, false]);
    expect(plant.verify().ok).toBe(true);
  });

  it('leaves its mark on what was signed and decided, for ever', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL O1', 10, on(2), { status: 'R' });
    const ada = await setUpAdministrator(plant);
    const own = (meaning: 'approved' | 'released' | 'rejected') => signature('administrator', meaning);
    // Nobody else is there to agree.
    const mode = (turned: boolean) =>
      plant.ask(
        'people.setSinglePerson',
        { on: turned, reason: turned ? 'a mill of one' : 'Berta came', signature: own('approved') },
        { as: ada },
      );
    const roles = (version: number, given: string[]) =>
      plant.ask('people.change', { user: 'administrator', version, roles: given, reason }, { as: ada });
    const decide = (statusFrom: string, statusTo: string, meaning: 'released' | 'rejected') =>
      plant.ask(
        'lots.changeStatus',
        { product: 'OIL', lot: 'O1', statusFrom, statusTo, quantity: '10', reason, signature: own(meaning) },
        { as: ada },
      );
    await mode(true);
    await roles(1, ['administrator', 'qualityManager']);
    await decide('R', 'A', 'released');
    await roles(2, ['administrator']);
    await mode(false);
    const { signatures } = await plant.ask(
      'people.listSignatures',
      { record: 'status_decision', parts: ['OIL', 'O1', '', ''] },
      { as: ada },
    );
    expect(signatures.map(({ statement }) => statement)).toEqual([
      expect.stringMatching(/^Release 10 .* \(Here one person may do what two should, because: a mill of one\)$/),
    ]);
    expect(plant.rows('select reason from status_decision')).toEqual([
      { reason: `${reason} (Here one person may do what two should, because: a mill of one)` },
    ]);
    // A document drawn when two are needed again says it of that signature, and no more of the site.
    const question = { roots: [{ product: 'OIL', lot: 'O1' }], direction: 'downstream' as const };
    const drawn = await plant.ask(
      'reports.draw',
      { report: 'trace', parameters: { question }, format: 'xlsx' },
      { as: ada },
    );
    await plant.ask('reports.issue', { document: drawn.document }, { as: ada });
    const said = JSON.stringify(readWorkbook(readFileSync(plant.app.spool.fetch(drawn.document, ada.id).path)));
    expect([said.includes('because: a mill of one'), said.includes('Two-person rule off')]).toEqual([true, false]);
    expect(plant.verify().ok).toBe(true);
  });
});
