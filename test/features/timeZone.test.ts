import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { buildPlantApp, codeOf } from '../support/app.ts';
import { setUpPeople } from '../support/people.ts';
import { readWorkbook } from '../support/workbookReader.ts';

const reason = 'as the site decided';

describe("the plant's time zone", () => {
  it('is a setting with a reason, told to who is signed in, and that of every document', async () => {
    await using plant = await buildPlantApp();
    const { administrator, complianceOfficer } = await setUpPeople(plant);
    const save = (timeZone: string) =>
      plant.ask('people.saveSettings', { ...standardSettings, timeZone, reason }, { as: administrator });
    expect(await codeOf(save('Europe/Nowhere'))).toBe('VALIDATION');
    expect(await save('Asia/Kathmandu')).toEqual({ changed: 1 });
    expect(await plant.ask('people.whoAmI', {}, { as: complianceOfficer })).toMatchObject({
      timeZone: 'Asia/Kathmandu',
    });
    const { rows } = await plant.ask(
      'audit.list',
      { operation: 'people.saveSettings', limit: 1 },
      { as: administrator },
    );
    const { changes } = await plant.ask('audit.get', { seq: rows[0]?.seq ?? 0 }, { as: administrator });
    expect(changes[0]?.key).toBe('timeZone');
    // Nobody signs a setting: the entry keeps why it was changed.
    expect(rows[0]?.reason).toBe(reason);

    const input = { report: 'audit', parameters: { question: {} }, format: 'xlsx' as const, zone: 'Europe/Berlin' };
    const drawn = await plant.ask('reports.draw', input, { as: complianceOfficer });
    await plant.ask('reports.issue', { document: drawn.document }, { as: complianceOfficer });
    const { path } = plant.app.spool.fetch(drawn.document, complianceOfficer.id);
    const first = JSON.stringify(readWorkbook(readFileSync(path)).sheets[0]);
    expect(first).toContain('(Asia/Kathmandu)');
    expect(first).not.toContain('Europe/Berlin');

    // What knows nothing of it leaves it as it is.
    const { timeZone: _zone, ...others } = standardSettings;
    await plant.ask('people.saveSettings', { ...others, idleMinutes: 20, reason }, { as: administrator });
    const settings = await plant.ask('people.getSettings', {}, { as: administrator });
    expect(settings).toMatchObject({ timeZone: 'Asia/Kathmandu', idleMinutes: 20 });
  });
});
