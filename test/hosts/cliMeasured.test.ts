import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Dairy, openDairy } from '../support/cli.ts';

let dairy: Dairy;
beforeAll(async () => {
  dairy = await openDairy();
});
afterAll(() => dairy?.[Symbol.asyncDispose]());

const milk = ['--product', 'MILK', '--lot', 'L-1'];

it.each([
  ['stock', []],
  ['lot', milk],
  ['trace', [...milk, '--direction', 'downstream']],
])('the text of %s measures every quantity in the unit of its product', async (command, options) => {
  const lines = (await dairy.run(command, ...options)).out.split('\n');
  const heads = lines.flatMap((line, at) => (line.includes('Quantity') ? [at] : []));
  expect(heads.length).toBeGreaterThan(0);
  for (const at of heads) {
    const row = lines[at + 1] ?? '';
    expect(row.slice(lines[at]?.indexOf('Quantity'))).toMatch(/^[\d.]+ (kg|EA)( |$)/);
  }
});
