import { expect, it } from 'vitest';
import { Flow } from '#shared/kernel/flow.ts';

it('sends as much as there is a way for, and changes earlier ways for it', () => {
  const flow = new Flow();
  const [end, one, other, both, narrow] = [flow.node(), flow.node(), flow.node(), flow.node(), flow.node()];
  flow.arc(both, one, 9n);
  flow.arc(both, other, 9n);
  flow.arc(narrow, one, 9n);
  flow.arc(one, end, 5n);
  flow.arc(other, end, 5n);
  expect(flow.send(both, end, 5n)).toBe(5n);
  expect(flow.send(narrow, end, 6n)).toBe(5n);
  expect(flow.send(both, end, 1n)).toBe(0n);
});

it('takes back what was sent, and has its room again', () => {
  const flow = new Flow();
  const [end, start, middle] = [flow.node(), flow.node(), flow.node()];
  flow.arc(start, middle, 9n);
  const last = flow.arc(middle, end, 4n);
  expect(flow.send(start, end, 9n)).toBe(4n);
  flow.takeBack(start, end, 3n);
  expect(flow.send(start, end, 9n)).toBe(3n);
  flow.widen(middle, last, 2n);
  expect(flow.send(start, end, 9n)).toBe(2n);
});
