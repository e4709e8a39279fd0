import { expect, it } from 'vitest';
import { features } from '#main/app/features.ts';
import { operations, operationsOf } from '#main/app/operations.ts';
import { policiesOf } from '#main/app/pipeline/featureOf.ts';
import { policies } from '#main/app/policies.ts';

it('every feature brings its own part of the contract, and handles all of it', () => {
  const brought = operationsOf(features.map(({ namespace, contract }) => [namespace, contract]));
  expect([...brought.keys()].toSorted()).toEqual([...operations.keys()].toSorted());
  for (const { name, namespace, verb } of brought.values())
    expect(features.filter((one) => one.namespace === namespace && verb in one.handlers).length, name).toBe(1);
});

it('an import previewed in another thread is held to the policies of all features', () => {
  expect(policies.length).toBeGreaterThan(0);
  expect(policies).toEqual(policiesOf(features));
});
