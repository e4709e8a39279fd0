import { expect, it } from 'vitest';
import { features } from '#main/app/features.ts';
import { operations, operationsOf } from '#main/app/operations.ts';

it('every feature brings its own part of the contract, and handles all of it', () => {
  const brought = operationsOf(features.map(({ name, contract }) => [name, contract]));
  expect([...brought.keys()].toSorted()).toEqual([...operations.keys()].toSorted());
  for (const { name, verb, feature: of } of brought.values())
    expect(Object.keys(features.find((one) => one.name === of)?.handlers ?? {}), name).toContain(verb);
});
