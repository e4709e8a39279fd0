import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf } from '../support/app.ts';
import {
  reason,
  goods,
  release,
  reject,
  giveBack,
  witness,
  buildDecided,
  addSecond,
  signaturesOf,
} from '../support/decided.ts';
import { password, signature, signIn } from '../support/people.ts';
import { masters, on, posted } from '../support/plantTables.ts';

describe('a decision about the status of a lot', () => {
  it('releases all of it where it lies, and keeps who said so, in what meaning and of what', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    const preview = await plant.ask('lots.previewStatus', goods, { as: quentin });
    expect(preview).toEqual({
      quantity: '30',
      unitOfMeasure: 'kg',
      places: [
        { location: 'STORE', quantity: '20' },
        { location: 'STORE2', quantity: '10' },
      ],
      serials: 0,
      meaning: 'released',
      needsWitness: false,
      statement: 'Release 30 kg of OIL lot O1 at 2 locations: status Q becomes A.',
      code: '',
      message: '',
    });
    const done = await plant.ask(
      'lots.changeStatus',
      { ...release, signature: { ...release.signature, comment: 'COA 88' } },
      { as: quentin },
    );
    expect([done.quantity, done.movements.length]).toEqual(['30', 2]);
    expect(await plant.stock('OIL')).toEqual(['OIL O1 @ STORE A = 20', 'OIL O1 @ STORE2 A = 10']);
    expect(await signaturesOf(plant, quentin)).toMatchObject([
      {
        record: 'status_decision',
        parts: ['OIL', 'O1', '', ''],
        version: 1,
        meaning: 'released',
        person: 'qualityManager',
        name: 'Quentin Moreau',
        role: 'qualityManager',
        at: '2026-06-01T12:00:00Z',
        statement: `${preview.statement} ${reason}`,
        comment: 'COA 88',
        superseded: false,
      },
    ]);
    expect(plant.verify().ok).toBe(true);
  });

  it('rejects, and puts aside what lies at one place only', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    const aside = {
      ...release,
      location: 'STORE2',
      statusTo: 'Q1',
      quantity: '10',
      signature: signature('qualityManager', 'performed'),
    };
    await plant.ask('lots.changeStatus', aside, { as: quentin });
    await plant.ask('lots.changeStatus', { ...reject, quantity: '20' }, { as: quentin });
    expect(await plant.stock('OIL')).toEqual(['OIL O1 @ STORE R = 20', 'OIL O1 @ STORE2 Q1 = 10']);
    expect((await signaturesOf(plant, quentin)).map(({ meaning, statement }) => [meaning, statement])).toEqual([
      ['rejected', `Reject 20 kg of OIL lot O1 at STORE: status Q becomes R. ${reason}`],
      ['performed', `Quarantine 10 kg of OIL lot O1 at STORE2: status Q becomes Q1. ${reason}`],
    ]);
  });

  it('moves the very serials of a lot, and is of one serial where one is named', async () => {
    await using decided = await buildDecided();
    const { plant, people, quentin } = decided;
    await plant.postAll(
      [
        ['receipt', 'MOTOR #7', 1, on(4), { status: 'Q' }],
        ['receipt', 'MOTOR #8', 1, on(4), { status: 'Q' }],
      ],
      { as: people.warehouse },
    );
    const one = { product: 'MOTOR', lot: '', serial: '7', statusFrom: 'Q', statusTo: 'A' };
    const preview = await plant.ask('lots.previewStatus', one, { as: quentin });
    expect([preview.serials, preview.statement]).toEqual([
      1,
      'Release 1 EA of MOTOR serial 7 at STORE: status Q becomes A.',
    ]);
    await plant.ask('lots.changeStatus', { ...release, ...one, quantity: '1' }, { as: quentin });
    expect(await plant.stock('MOTOR')).toEqual(['MOTOR #7 @ STORE A = 1', 'MOTOR #8 @ STORE Q = 1']);
  });

  it('needs a reason, the meaning of what it does, and a signature', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    const before = plant.contentDigest();
    const refused = async (change: object) =>
      await refusalOf(plant.send('lots.changeStatus', { ...release, ...change }, { as: quentin }));
    expect((await refused({ reason: ' ok ' })).code).toBe('REASON_REQUIRED');
    expect(await refused({ signature: signature('qualityManager', 'approved') })).toMatchObject({
      code: 'VALIDATION',
      details: { field: 'signature.meaning' },
    });
    expect((await refused({ signature: undefined })).code).toBe('VALIDATION');
    expect(plant.contentDigest()).toBe(before);
  });

  it('leaves nothing but the refusal in the audit trail when the password is wrong', async () => {
    await using decided = await buildDecided();
    const { plant, people, quentin } = decided;
    const before = plant.contentDigest();
    const wrong = { ...release, signature: { ...release.signature, password: 'four plain words' } };
    expect(await codeOf(plant.ask('lots.changeStatus', wrong, { as: quentin }))).toBe('REAUTH_FAILED');
    expect(plant.contentDigest()).toBe(before);
    expect(await signaturesOf(plant, quentin)).toEqual([]);
    const { rows } = await plant.ask('audit.list', { limit: 1 }, { as: people.complianceOfficer });
    expect(rows[0]).toMatchObject({ operation: 'lots.changeStatus', outcome: 'refused', code: 'REAUTH_FAILED' });
    expect(JSON.stringify(plant.rows('select body from audit_entry'))).not.toContain('plain words');
  });

  it('asks for the user name at the first signature of a session, then for the password alone', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    const signsWithUser = async () => (await plant.ask('people.whoAmI', {}, { as: quentin })).signsWithUser;
    const unnamed = { password, meaning: 'released' } as const;
    expect(await signsWithUser()).toBe(true);
    expect(
      await refusalOf(plant.ask('lots.changeStatus', { ...release, signature: unnamed }, { as: quentin })),
    ).toMatchObject({
      code: 'REAUTH_FAILED',
      details: { user: true },
    });
    await plant.ask('lots.changeStatus', { ...release, location: 'STORE', quantity: '20' }, { as: quentin });
    expect(await signsWithUser()).toBe(false);
    await plant.ask('lots.changeStatus', { ...release, quantity: '10', signature: unnamed }, { as: quentin });
    expect((await signaturesOf(plant, quentin)).length).toBe(2);
  });

  it('is of what the signer was shown: other goods meanwhile, and nothing is signed', async () => {
    await using decided = await buildDecided();
    const { plant, people, quentin } = decided;
    await plant.postAll([['receipt', 'OIL O1', 5, on(4), { status: 'Q' }]], { as: people.warehouse });
    expect(await refusalOf(plant.ask('lots.changeStatus', release, { as: quentin }))).toMatchObject({
      code: 'RECORD_CHANGED',
      details: { quantity: '35' },
    });
    await plant.ask('lots.changeStatus', { ...release, quantity: '35' }, { as: quentin });
    expect(await plant.stock('OIL')).toContain('OIL O1 @ STORE A = 25');
  });

  it('does not release a lot that has expired, and says so before anybody signs', async () => {
    await using decided = await buildDecided();
    const { plant, people, quentin } = decided;
    await plant.postAll([['receipt', 'MILK L1', 8, on(2), { status: 'Q' }]], { as: people.warehouse });
    const milk = { product: 'MILK', lot: 'L1', statusFrom: 'Q', statusTo: 'A' };
    expect(await plant.ask('lots.previewStatus', milk, { as: quentin })).toMatchObject({
      code: 'EXPIRED_LOT',
      quantity: '8',
    });
    expect(await codeOf(plant.ask('lots.changeStatus', { ...release, ...milk, quantity: '8' }, { as: quentin }))).toBe(
      'EXPIRED_LOT',
    );
    await plant.ask('lots.changeStatus', { ...reject, ...milk, statusTo: 'R', quantity: '8' }, { as: quentin });
    expect(await plant.stock('MILK')).toEqual(['MILK L1 @ STORE R = 8']);
  });

  it('is of goods that are known and lie there', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    const codes = [];
    for (const change of [
      { product: 'NOPE' },
      { lot: 'O9' },
      { location: 'DOCK' },
      { statusFrom: 'R1' },
      { lot: '' },
      { statusTo: 'Q' },
      { statusTo: 'X' },
    ])
      codes.push(await codeOf(plant.send('lots.changeStatus', { ...release, ...change }, { as: quentin })));
    expect(codes).toEqual([
      'NOT_FOUND',
      'INSUFFICIENT_QTY',
      'INSUFFICIENT_QTY',
      'INSUFFICIENT_QTY',
      'VALIDATION',
      'ILLEGAL_TRANSITION',
      'VALIDATION',
    ]);
  });

  it('is taken by whoever may, and not by the owner of the file, who has no password', async () => {
    await using decided = await buildDecided();
    const { plant, people } = decided;
    const { qualityManager: _may, ...others } = people;
    for (const [role, as] of Object.entries(others)) {
      const own = { ...release, signature: signature(role, 'released') };
      expect(await codeOf(plant.ask('lots.changeStatus', own, { as })), role).toBe('FORBIDDEN');
    }
    await using alone = await buildPlantApp();
    await alone.postAll([['receipt', 'OIL O1', 30, on(2), { status: 'Q' }]]);
    expect(await codeOf(alone.ask('lots.changeStatus', release))).toBe('NOT_LOGGED_IN');
    expect(await alone.stock('OIL')).toEqual(['OIL O1 @ STORE Q = 30']);
  });
});

describe('rejected goods', () => {
  it('are released by two people, of whom each signs', async () => {
    await using decided = await buildDecided({ status: 'R' });
    const { plant, quentin } = decided;
    await addSecond(decided);
    const preview = await plant.ask('lots.previewStatus', { ...goods, statusFrom: 'R' }, { as: quentin });
    expect([preview.needsWitness, preview.meaning]).toEqual([true, 'released']);
    expect(await refusalOf(plant.ask('lots.changeStatus', giveBack, { as: quentin }))).toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
      details: { pair: 'rejectedGoods' },
    });
    await plant.ask(
      'lots.changeStatus',
      { ...giveBack, witness: { ...witness, comment: 'I saw it' } },
      { as: quentin },
    );
    const signed = await signaturesOf(plant, quentin);
    expect(signed.map(({ name, meaning, comment }) => [name, meaning, comment])).toEqual([
      ['Quentin Moreau', 'released', ''],
      ['Sergei Oda', 'witnessed', 'I saw it'],
    ]);
    expect(new Set(signed.map(({ statement }) => statement)).size).toBe(1);
    expect(plant.verify().ok).toBe(true);
  });

  it('are not released by one person twice, nor with a witness who may not decide it either', async () => {
    await using decided = await buildDecided({ status: 'R' });
    const { plant, quentin } = decided;
    await addSecond(decided);
    const before = plant.contentDigest();
    const refused = async (by: object) =>
      await refusalOf(plant.send('lots.changeStatus', { ...giveBack, witness: { password, ...by } }, { as: quentin }));
    // Whatever for, the refusal says that it is of the second person.
    const ofWitness = (code: string) => ({ code, details: { signer: 'witness' } });
    expect(await refused({ user: 'QualityManager' })).toMatchObject(ofWitness('SEPARATION_OF_DUTIES'));
    expect(await refused({ user: 'warehouse' })).toMatchObject(ofWitness('FORBIDDEN'));
    expect(await refused({ user: 'nobody' })).toMatchObject(ofWitness('REAUTH_FAILED'));
    expect(await refused({ user: 'second', password: 'four plain words' })).toMatchObject(ofWitness('REAUTH_FAILED'));
    expect(plant.contentDigest()).toBe(before);
    expect(await signaturesOf(plant, quentin)).toEqual([]);
  });

  it('are put back into quarantine by one', async () => {
    await using decided = await buildDecided({ status: 'R' });
    const { plant, quentin } = decided;
    const back = { ...giveBack, statusTo: 'Q', signature: signature('qualityManager', 'performed') };
    await plant.ask('lots.changeStatus', back, { as: quentin });
    expect(await plant.stock('OIL')).toContain('OIL O1 @ STORE Q = 20');
  });
});

describe('what was decided', () => {
  it('is not done past the signature: nobody posts a movement that changes a status', async () => {
    await using decided = await buildDecided();
    const { plant, people } = decided;
    const before = plant.contentDigest();
    for (const movement of [
      posted('status', 'OIL O1', 5, on(5)),
      posted('transfer', 'OIL O1', 5, on(5), { status_from: 'Q', status: 'A' }),
    ])
      expect(
        await refusalOf(plant.ask('movements.post', { movements: [movement] }, { as: people.warehouse })),
      ).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'status' } });
    expect(plant.contentDigest()).toBe(before);
    const moved = posted('transfer', 'OIL O1', 5, on(5), { status_from: 'Q', status: 'Q' });
    await plant.ask('movements.post', { movements: [moved] }, { as: people.warehouse });
    expect(await plant.stock('OIL')).toContain('OIL O1 @ STORE Q = 15');
  });

  it('is not undone by undoing its movements, but by another decision', async () => {
    await using decided = await buildDecided();
    const { plant, people, quentin } = decided;
    const { movements } = await plant.ask('lots.changeStatus', release, { as: quentin });
    const undo = { movements, reason: 'a slip' };
    expect(await codeOf(plant.ask('movements.reverse', undo, { as: people.warehouse }))).toBe('FORBIDDEN');
    expect(await plant.stock('OIL')).toContain('OIL O1 @ STORE A = 20');
    await plant.ask(
      'lots.changeStatus',
      { ...release, statusFrom: 'A', statusTo: 'Q', signature: signature('qualityManager', 'performed') },
      { as: quentin },
    );
    expect(await plant.stock('OIL')).toContain('OIL O1 @ STORE Q = 20');
  });

  it('supersedes what was signed of the same goods before, and never the other way round', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await plant.ask('lots.changeStatus', release, { as: quentin });
    plant.clock.set('2026-06-02T12:00:00Z');
    await plant.ask('lots.changeStatus', { ...reject, statusFrom: 'A' }, { as: await signIn(plant, 'qualityManager') });
    const reader = await signIn(plant, 'viewer');
    expect(
      (await signaturesOf(plant, reader)).map(({ meaning, version, superseded }) => [meaning, version, superseded]),
    ).toEqual([
      ['rejected', 2, false],
      ['released', 1, true],
    ]);
    expect(plant.verify().ok).toBe(true);
  });

  it('is superseded when the record of the lot it rests on is changed by an import', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await plant.ask('lots.changeStatus', release, { as: quentin });
    await plant.take({ ...masters, lots: [{ product: 'OIL', lot: 'O2', expires_on: '2026-07-01' }] }, { as: quentin });
    expect((await signaturesOf(plant, quentin)).map(({ superseded }) => superseded)).toEqual([false]);
    await plant.take({ ...masters, lots: [{ product: 'OIL', lot: 'O1', expires_on: '2026-07-01' }] }, { as: quentin });
    expect((await signaturesOf(plant, quentin)).map(({ superseded }) => superseded)).toEqual([true]);
  });
});
