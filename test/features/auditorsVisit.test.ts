import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPdf } from '../support/pdfReader.ts';
import { buildPlantApp, codeOf } from '../support/app.ts';
import { addPerson, confirm, password, setUpAdministrator, signature, signIn } from '../support/people.ts';
import { on } from '../support/plantTables.ts';

it('an auditor asks who did it, when, whether they were allowed to, what it was before, and how anybody knows', async () => {
  await using plant = await buildPlantApp();

  // The plant's owner took over a lot from the old system before there were people; the trail says so.
  await plant.post('receipt', 'CAKE L-77', 500, on(5), { status: 'Q' });

  // Three people: an administrator, a quality manager who decides, a compliance officer who looks.
  const ada = await setUpAdministrator(plant);
  const quentin = await addPerson(plant, ada, { user: 'quentin', name: 'Quentin Moreau', roles: ['qualityManager'] });
  const clara = await addPerson(plant, ada, { user: 'clara', name: 'Clara Nyberg', roles: ['complianceOfficer'] });
  // Ada alone cannot make anybody who signs: Clara met Quentin, and confirms it.
  await confirm(plant, 'quentin', 'clara');

  // Somebody tries Quentin's account and does not get in.
  expect(await codeOf(signIn(plant, 'quentin', 'not his three words'))).toBe('REAUTH_FAILED');

  // The administrator cannot release; Quentin can, but not with a wrong password.
  const lot = { product: 'CAKE', lot: 'L-77', statusFrom: 'Q', statusTo: 'A' };
  const release = { ...lot, quantity: '500', reason: 'All results within limits' };
  const signed = { ...release, signature: signature('quentin', 'released') };
  expect(await codeOf(plant.ask('lots.changeStatus', signed, { as: ada }))).toBe('FORBIDDEN');
  const wrong = { ...release, signature: { ...signed.signature, password: 'not his three words' } };
  expect(await codeOf(plant.ask('lots.changeStatus', wrong, { as: quentin }))).toBe('REAUTH_FAILED');
  const lies = async () =>
    (await plant.ask('movements.listBalances', {}, { as: quentin })).rows.map(
      ({ lot: number, status, quantity }) => `${number} ${status} ${quantity}`,
    );
  expect(await lies()).toEqual(['L-77 Q 500']);

  // He sees what he signs, signs it, and the lot is released.
  const { statement, meaning } = await plant.ask('lots.previewStatus', lot, { as: quentin });
  expect([statement, meaning]).toEqual(['Release 500 EA of CAKE lot L-77 at STORE: status Q becomes A.', 'released']);
  await plant.ask('lots.changeStatus', signed, { as: quentin });
  expect(await lies()).toEqual(['L-77 A 500']);
  const onLot = () =>
    plant.ask('people.listSignatures', { record: 'status_decision', parts: ['CAKE', 'L-77', '', ''] }, { as: clara });
  const [first] = (await onLot()).signatures;
  expect(first).toMatchObject({
    name: 'Quentin Moreau',
    meaning: 'released',
    at: '2026-06-01T12:00:00Z',
    superseded: false,
    statement: expect.stringContaining('All results within limits'),
  });

  // Afterwards he finds a mistake, and takes the lot back: the first signature stands, and is superseded.
  const back = { ...lot, statusFrom: 'A', statusTo: 'R', quantity: '500', reason: 'Foreign body found' };
  await plant.ask('lots.changeStatus', { ...back, signature: { ...signature('', 'rejected') } }, { as: quentin });
  expect((await onLot()).signatures.map((one) => [one.meaning, one.superseded])).toEqual([
    ['rejected', false],
    ['released', true],
  ]);

  // Clara looks through the trail, checks it whole, and signs her review.
  const head = plant.app.store.head();
  const { ok, problems } = await plant.ask('audit.verify', {}, { as: clara });
  expect([ok, problems]).toEqual([true, []]);
  const review = { first: 1, last: head.seq, note: 'Yearly review', signature: signature('clara', 'reviewed') };
  await plant.ask('audit.review', review, { as: clara });
  expect((await plant.ask('audit.listReviews', {}, { as: clara })).next).toBe(head.seq + 1);

  // The extract in the auditor's hand names them all: who, what, refused or done.
  const drawn = await plant.ask(
    'reports.draw',
    { report: 'audit', parameters: { question: {} }, format: 'pdf', zone: 'Europe/Berlin' },
    { as: clara },
  );
  await plant.ask('reports.issue', { document: drawn.document }, { as: clara });
  const { path } = plant.app.spool.fetch(drawn.document, clara.id);
  const print = readPdf(readFileSync(path))
    .pages.flatMap(({ texts }) => texts.map(({ text }) => text))
    .join(' ');
  for (const said of ['Quentin Moreau', 'Clara Nyberg', 'Ada Okafor', 'REAUTH_FAILED', 'FORBIDDEN'])
    expect(print).toContain(said);
  expect(print).not.toContain(password);
  expect(plant.verify().ok).toBe(true);

  // Whoever edits the signed decision in the file is found, and the first bad entry is named.
  const [decided] = plant.rows<{ seq: number }>(
    "select seq from audit_entry where operation = 'lots.changeStatus' and outcome = 'done' order by seq desc limit 1",
  );
  await plant.app.store.work(({ db }) => {
    db.exec("drop trigger signature_no_update; update signature set name = 'Somebody Else' where meaning = 'rejected'");
  });
  const found = plant.verify();
  expect(found.ok).toBe(false);
  expect(found.problems.map(({ code }) => code)).toContain('SIGNATURE_CHANGED');
  expect(found.problems.find(({ code }) => code === 'SIGNATURE_CHANGED')?.seq).toBe(decided?.seq);
});
