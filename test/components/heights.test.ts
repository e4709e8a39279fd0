import { describe, expect, it } from 'vitest';
import { heightAfter, heightWithin, leastHeight, mostHeight, usualHeight } from '#renderer/components/heights.ts';

describe('the height of something a person makes higher and lower', () => {
  it('takes at least 65 % of the window to begin with', () => {
    expect(usualHeight).toBeGreaterThanOrEqual(65);
  });

  it('changes by arrows, goes to its ends, and back to the usual one', () => {
    expect(heightAfter('ArrowDown', 65)).toBe(70);
    expect(heightAfter('ArrowUp', 65)).toBe(60);
    expect(heightAfter('Home', 65)).toBe(leastHeight);
    expect(heightAfter('End', 65)).toBe(mostHeight);
    expect(heightAfter('Enter', 40)).toBe(usualHeight);
    expect(heightAfter('Tab', 65)).toBeUndefined();
  });

  it('never leaves its bounds, whatever was kept of it', () => {
    expect(heightAfter('ArrowDown', mostHeight)).toBe(mostHeight);
    expect(heightAfter('ArrowUp', leastHeight + 2)).toBe(leastHeight);
    expect(heightWithin(-20)).toBe(leastHeight);
    expect(heightWithin(70.4)).toBe(70);
    expect(heightWithin(Number('what?'))).toBe(usualHeight);
  });
});
