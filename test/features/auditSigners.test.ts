import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addSecond, buildDecided, giveBack, reject, witness } from '../support/decided.ts';
import { refusalOf } from '../support/app.ts';
import { readWorkbook } from '../support/workbookReader.ts';

it('an entry that two people signed names both, in the list and on paper, with what each did', async () => {
  await using decided = await buildDecided();
  const { plant, people, quentin } = decided;
  await addSecond(decided);
  await plant.ask('lots.changeStatus', reject, { as: quentin });
  await plant.ask('lots.changeStatus', { ...giveBack, witness }, { as: quentin });
  const auditor = people.complianceOfficer;
  const { rows } = await plant.ask('audit.list', { limit: 500 }, { as: auditor });
  const decisions = rows.filter(({ operation }) => operation === 'lots.changeStatus');
  expect(decisions.map(({ signers }) => signers)).toEqual([
    [
      { person: 'qualityManager', name: 'Quentin Moreau', meaning: 'released' },
      { person: 'second', name: expect.any(String), meaning: 'witnessed' },
    ],
    [{ person: 'qualityManager', name: 'Quentin Moreau', meaning: 'rejected' }],
  ]);
  expect(decisions[0]?.signers[1]?.name).not.toBe('Quentin Moreau');
  const others = rows.filter(({ operation }) => operation === 'movements.post');
  expect(others.map(({ signers }) => signers)).toEqual([[]]);
  const [newest] = decisions;
  const { entry, signatures } = await plant.ask('audit.get', { seq: newest?.seq ?? 0 }, { as: auditor });
  expect(entry).toEqual(newest);
  expect(signatures.map(({ name }) => name)).toEqual(newest?.signers.map(({ name }) => name));

  const question = { operation: 'lots.changeStatus' };
  const asked = { report: 'audit', parameters: { question }, format: 'xlsx', zone: 'UTC' } as const;
  const drawn = await plant.ask('reports.draw', asked, { as: auditor });
  await plant.ask('reports.issue', { document: drawn.document }, { as: auditor });
  const file = plant.app.spool.fetch(drawn.document, auditor.id).path;
  const table = readWorkbook(readFileSync(file)).sheets[1]?.rows.map((row) => row.map((cell) => cell?.value ?? ''));
  const column = table?.[0]?.indexOf('Signed by') ?? -1;
  const second = newest?.signers[1]?.name ?? '?';
  expect(table?.slice(1).map((row) => row[column])).toEqual([
    `Quentin Moreau (Released), ${second} (Witnessed)`,
    'Quentin Moreau (Rejected)',
  ]);
});

it('who may sign as the second person is offered, and named where somebody else tries', async () => {
  await using decided = await buildDecided();
  const { plant, quentin } = decided;
  await plant.ask('lots.changeStatus', reject, { as: quentin });
  const offered = async () => {
    const { signature: _own, ...input } = giveBack;
    const asked = { operation: 'lots.changeStatus', input, language: 'en' } as const;
    return (await plant.ask('signing.prepare', asked, { as: quentin })).mayWitness;
  };
  expect(await offered()).toEqual([]);
  await addSecond(decided);
  const [second] = (await offered()) ?? [];
  expect(second?.user).toBe('second');
  expect(await offered()).toHaveLength(1);
  const other = { ...witness, user: 'warehouse' };
  const refused = await refusalOf(plant.ask('lots.changeStatus', { ...giveBack, witness: other }, { as: quentin }));
  expect(refused).toMatchObject({ code: 'FORBIDDEN' });
  expect(refused.message).toContain(`Ask one who may: ${second?.name}.`);
});
