import { describe, expect, it } from 'vitest';
import { operations } from '#main/app/operations.ts';
import { type RoleCode, roleCodes, signingRights } from '#shared/kernel/roles.ts';
import { buildPlantApp, type OperationName, type TestApp } from '../support/app.ts';
import { type Way, ways } from '../support/contractHosts.ts';
import { password, setUpPeople } from '../support/people.ts';

const everyone = roleCodes;
const seers = everyone;
const recallers = ['qualityManager', 'complianceOfficer', 'manager'] as const;
const auditors = [...recallers, 'administrator'] as const;
const holders = ['inspector', 'qualityManager', 'complianceOfficer'] as const;
const labellers = ['warehouse', 'inspector', 'qualityManager'] as const;
const servicers = labellers;
const labelCounters = ['inspector', 'qualityManager'] as const;
const quality = ['qualityManager'] as const;
const administrators = ['administrator'] as const;

/**
 * Who may do what, written down once more and by hand: an operation that is missing here does not compile, and one
 * whose permission moved is found.
 */
const grid: Record<OperationName, readonly RoleCode[]> = {
  'jobs.list': everyone,
  'jobs.cancel': everyone,
  'signing.prepare': everyone,
  'people.whoAmI': everyone,
  'audit.changesSince': everyone,
  'people.logIn': everyone,
  'people.logOut': everyone,
  'people.lock': everyone,
  'people.becomeOwner': everyone,
  'people.changePassword': everyone,
  'people.showSetUpCode': everyone,
  'people.setUp': everyone,
  'people.list': auditors,
  'people.listAdministrators': everyone,
  'people.add': administrators,
  'people.change': administrators,
  'people.confirm': auditors,
  'people.resetPassword': administrators,
  'people.makeRecoveryCode': administrators,
  'people.recoveryCode': auditors,
  'people.recover': everyone,
  'people.listRoles': auditors,
  'people.saveRole': administrators,
  'people.listAuthorisations': auditors,
  'people.authorise': administrators,
  'people.authoriseMany': administrators,
  'people.mayDo': auditors,
  'people.getSettings': auditors,
  'people.saveSettings': administrators,
  'people.setSinglePerson': administrators,
  'people.listSignatures': everyone,
  'people.listViews': everyone,
  'people.saveView': everyone,
  'people.removeView': everyone,
  'audit.list': auditors,
  'audit.get': auditors,
  'audit.versions': everyone,
  'audit.verify': auditors,
  'audit.review': ['complianceOfficer'],
  'audit.listReviews': auditors,
  'backups.make': administrators,
  'backups.drill': administrators,
  'backups.compare': administrators,
  'backups.examine': administrators,
  'backups.restore': administrators,
  'backups.restoreHere': administrators,
  'backups.approveRestore': ['complianceOfficer'],
  'backups.list': auditors,
  'products.get': everyone,
  'products.edit': quality,
  'products.create': quality,
  'products.list': everyone,
  'products.listWithStock': everyone,
  'partners.get': everyone,
  'partners.list': everyone,
  'partners.listWithDeliveries': everyone,
  'locations.get': everyone,
  'locations.save': quality,
  'locations.listAway': everyone,
  'locations.listSites': everyone,
  'locations.listWithStock': everyone,
  'numbering.listRules': everyone,
  'numbering.ofProduct': everyone,
  'numbering.tryPattern': everyone,
  'numbering.plan': everyone,
  'numbering.saveRule': quality,
  'partners.save': quality,
  'statuses.list': everyone,
  'suppliers.list': everyone,
  'suppliers.about': everyone,
  'suppliers.listEnding': everyone,
  'suppliers.rules': everyone,
  'suppliers.saveApproval': quality,
  'suppliers.saveRule': quality,
  'movements.log': everyone,
  'products.settings': everyone,
  'products.saveSetting': quality,
  'products.listCategories': everyone,
  'products.saveCategory': quality,
  'products.listAttributes': everyone,
  'products.saveAttribute': quality,
  'inspections.plans': everyone,
  'inspections.plan': everyone,
  'inspections.planFor': everyone,
  'inspections.planSamples': everyone,
  'inspections.planReadings': everyone,
  'inspections.planTables': everyone,
  'inspections.savePlanTable': quality,
  'inspections.writePlan': labelCounters,
  'inspections.approvePlan': quality,
  'inspections.withdrawPlan': quality,
  'inspections.usePlan': quality,
  'inspections.list': everyone,
  'inspections.get': everyone,
  'inspections.onGoods': everyone,
  'inspections.due': everyone,
  'inspections.openDue': quality,
  'inspections.open': labelCounters,
  'inspections.record': labelCounters,
  'inspections.decide': quality,
  'inspections.moveDecided': quality,
  'inspections.withdraw': quality,
  'inspections.reinspect': quality,
  'inspections.keepPlan': quality,
  'inspections.startAnew': quality,
  'inspections.onFormer': everyone,
  'inspections.samples': everyone,
  'inspections.drawSample': labelCounters,
  'inspections.destroySample': quality,
  'statuses.ofProduct': everyone,
  'statuses.saveStatus': quality,
  'statuses.saveRule': quality,
  'holds.list': everyone,
  'holds.onGoods': everyone,
  'holds.preview': holders,
  'holds.set': holders,
  'holds.lift': quality,
  'lots.list': everyone,
  'lots.create': ['warehouse'],
  'lots.split': ['warehouse'],
  'lots.merge': ['warehouse'],
  'lots.mergeUnlike': quality,
  'lots.previewMerge': ['warehouse'],
  'lots.lyingAt': everyone,
  'lots.previewStatus': quality,
  'lots.changeStatus': quality,
  'lots.getDates': everyone,
  'lots.changeDates': quality,
  'lots.previewConversion': everyone,
  'lots.convertTracking': quality,
  'serials.list': everyone,
  'serials.get': everyone,
  'serials.listMissing': everyone,
  'serials.listWarrantyRules': everyone,
  'serials.saveWarrantyRule': quality,
  'serials.correctWarranty': quality,
  'serials.recordService': servicers,
  'serials.withdrawService': servicers,
  'serials.reportMissing': servicers,
  'serials.reportFound': servicers,
  'attachments.list': everyone,
  'attachments.ofOwner': everyone,
  'attachments.fetch': everyone,
  'attachments.add': labellers,
  'attachments.withdraw': quality,
  'movements.post': ['warehouse'],
  'movements.reverse': ['warehouse'],
  'movements.list': everyone,
  'movements.listBalances': everyone,
  'movements.listDocuments': everyone,
  'labels.list': everyone,
  'labels.ofUnit': everyone,
  'labels.preview': labellers,
  'labels.print': labellers,
  'labels.reconcile': labelCounters,
  'daily.list': everyone,
  'daily.due': everyone,
  'daily.calendar': everyone,
  'daily.state': everyone,
  'daily.confirmDay': quality,
  'daily.moveLot': quality,
  'trace.get': seers,
  'trace.view': seers,
  'trace.picture': seers,
  'recalls.simulate': recallers,
  'recalls.view': recallers,
  'recalls.listDeliveries': recallers,
  'recalls.listDropped': recallers,
  'reports.list': everyone,
  'reports.draw': everyone,
  'reports.preview': everyone,
  'reports.listIssued': everyone,
  'reports.compare': everyone,
  'reports.issue': seers,
  'reports.renameSaved': everyone,
  'reports.removeSaved': everyone,
  'reports.listSchedules': everyone,
  'reports.saveSchedule': seers,
  'reports.removeSchedule': everyone,
  'reports.runSchedule': seers,
  'exchange.import': quality,
  'exchange.preview': quality,
  'exchange.readTable': labelCounters,
  'exchange.importDemo': quality,
  'dossier.get': everyone,
  'dossier.checkSerial': everyone,
  'dossier.find': everyone,
  'today.list': everyone,
  'today.days': everyone,
};

// The keys are all there: a missing one does not compile.
const names = Object.keys(grid) as OperationName[];
/** Those that begin, end or change a session: tried with what they need elsewhere. */
const ofSessions = ['people.logIn', 'people.logOut', 'people.lock', 'people.setUp', 'people.changePassword'];

const codeFrom = async (way: Way, operation: string, input: unknown, id: string): Promise<string> => {
  const answer = await way.send(operation, input, id);
  return 'refusal' in answer ? answer.refusal.code : 'done';
};

/** Tries every operation with an input that none takes; answers those that were let through to look at it. */
async function letThrough(way: Way, plant: TestApp, refusal: string): Promise<string[]> {
  const through: string[] = [];
  for (const name of names) {
    if (ofSessions.includes(name)) continue;
    const code = await codeFrom(way, name, { nonsense: true }, plant.newId());
    if (code !== refusal) through.push(name);
    if (code !== refusal) expect([name, code]).toEqual([name, 'VALIDATION']);
  }
  return through.sort();
}

const allowedFor = (role: RoleCode): string[] =>
  names.filter((name) => grid[name].includes(role) && !ofSessions.includes(name)).sort();

describe('the grid of roles and operations', () => {
  it('names every operation there is', () => {
    expect([...operations.keys()].sort()).toEqual([...names].sort());
  });

  it('lets nobody sign by a right that a second person need not confirm', () => {
    const signed = [...operations.values()].filter(({ meta }) => 'signature' in meta);
    const others = signed.filter(({ meta }) => !signingRights.includes(meta.permission));
    // Whoever confirms reads the trail; the handler says who may.
    expect(others.map(({ name }) => name)).toEqual(['people.confirm']);
  });

  it.each(Object.keys(ways))('holds for every role %s, and every denial is in the audit trail', async (name) => {
    await using plant = await buildPlantApp();
    await setUpPeople(plant);
    const way = await openWay(name, plant);
    try {
      for (const role of roleCodes) {
        expect(await codeFrom(way, 'people.logIn', { user: role, password }, plant.newId())).toBe('done');
        const before = plant.contentDigest();
        const [since] = plant.rows<{ seq: number }>('select seq from head');
        expect([role, await letThrough(way, plant, 'FORBIDDEN')]).toEqual([role, allowedFor(role)]);
        const denied = plant.rows<{ operation: string }>(
          `select operation from audit_entry where seq > ? and person = ? and body like '%"code":"FORBIDDEN"%' order by operation`,
          since?.seq,
          role,
        );
        const expected = names.filter((one) => !grid[one].includes(role)).sort();
        expect(denied.map(({ operation }) => operation)).toEqual(expected);
        expect(plant.contentDigest()).toBe(before);
        await codeFrom(way, 'people.logOut', {}, plant.newId());
      }
      expect(plant.verify().ok).toBe(true);
    } finally {
      await way.close();
    }
  });

  it.each(Object.keys(ways))('lets whoever is not signed in do nothing but sign in %s', async (name) => {
    await using plant = await buildPlantApp();
    await setUpPeople(plant);
    const way = await openWay(name, plant);
    try {
      const entering = names.filter((one) => operations.get(one)?.meta.permission === 'enter');
      const through = await letThrough(way, plant, 'NOT_LOGGED_IN');
      expect(through).toEqual(entering.filter((one) => !ofSessions.includes(one)).sort());
    } finally {
      await way.close();
    }
  });
});

async function openWay(name: string, plant: TestApp): Promise<Way> {
  const open = ways[name];
  if (open === undefined) throw new Error(`no way ${name}`);
  return await open(plant.app);
}
