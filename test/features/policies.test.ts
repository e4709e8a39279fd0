import { describe, expect, it } from 'vitest';
import { writers } from '../support/policyCase.ts';
import { policyCases } from '../support/policyCases.ts';
import { buildPolicyPlant, featuresWithNotes, featuresWithout } from '../support/policyPlant.ts';

const policies = featuresWithNotes.flatMap((feature) => feature.policies.map(({ name }) => name));

describe('every way of posting is held to every policy', () => {
  it('each pair is tried, as it is allowed and at its boundary', () => {
    const pairs = (is?: string) =>
      new Set(
        policyCases.filter((one) => is === undefined || one.is === is).map((one) => `${one.policy}, ${one.writer}`),
      );
    const all = policies.flatMap((policy) => writers.map((writer) => `${policy}, ${writer}`)).toSorted();
    for (const is of [undefined, 'allowed', 'boundary']) expect([...pairs(is)].toSorted()).toEqual(all);
    const refused = policyCases.filter(({ said }) => said !== '').length;
    console.log(
      `policies: ${policies.length}, ways of posting: ${writers.length}, tried: ${policyCases.length}, of which ${refused} are refused`,
    );
  });

  it('and no other operation can post', () => {
    const posting = featuresWithNotes
      .filter(({ needs }) => needs.includes('policies'))
      .flatMap(({ name, handlers }) => Object.keys(handlers).map((verb) => `${name}.${verb}`));
    // The ledger cannot be made without the policies. A demo plant is imported as any other; the rest asks.
    const others = [
      'daily.calendar',
      'daily.confirmDay',
      'daily.due',
      'daily.list',
      'daily.state',
      'inspections.approvePlan',
      'inspections.due',
      'inspections.get',
      'inspections.keepPlan',
      'inspections.list',
      'inspections.onFormer',
      'inspections.onGoods',
      'inspections.open',
      'inspections.openDue',
      'inspections.plan',
      'inspections.planFor',
      'inspections.planReadings',
      'inspections.planSamples',
      'inspections.planTables',
      'inspections.plans',
      'inspections.record',
      'inspections.destroySample',
      'inspections.samples',
      'inspections.savePlanTable',
      'inspections.startAnew',
      'inspections.usePlan',
      'inspections.withdraw',
      'inspections.withdrawPlan',
      'inspections.writePlan',
      'lots.changeDates',
      'lots.create',
      'lots.getDates',
      'lots.previewConversion',
      'exchange.importDemo',
      'exchange.readTable',
      'lots.list',
      'lots.lyingAt',
      'lots.previewMerge',
      'lots.previewStatus',
      'movements.list',
      'movements.listBalances',
      'movements.listDocuments',
      'movements.log',
    ];
    expect(posting.toSorted()).toEqual([...writers, ...others].toSorted());
  });

  it.each(policyCases)('$policy, $writer: $what, $is', async ({ act, said }) => {
    await using set = await buildPolicyPlant();
    expect(await act(set)).toBe(said);
    // The table of notes was made beside the migrations.
    expect(set.plant.verify().problems.filter(({ where }) => where !== 'schema')).toEqual([]);
  });
});

describe('a policy that is not asked', () => {
  const refused = policyCases.filter(({ said }) => said !== '');

  it.each(refused)('is found: $policy, $writer: $what', async ({ policy, act, said }) => {
    await using set = await buildPolicyPlant(featuresWithout(policy));
    expect(await act(set)).not.toBe(said);
  });
});
