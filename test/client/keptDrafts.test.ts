import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DraftPost, KeptDraft } from '#renderer/client/keptDrafts.ts';

/** A host that keeps drafts in memory, and does what a test tells it to. */
class Host implements DraftPost {
  kept: unknown;
  readonly said: [value: unknown, leaving: boolean][] = [];
  isAway = false;
  loads = 0;

  load = async (): Promise<unknown> => {
    this.loads += 1;
    await Promise.resolve();
    if (this.isAway) throw new Error('away');
    return this.kept;
  };

  save = async (_key: string, value: unknown, leaving: boolean): Promise<void> => {
    this.said.push([value, leaving]);
    await Promise.resolve();
    if (this.isAway) throw new Error('away');
    this.kept = value;
  };
}

let host: Host;
let draft: KeptDraft;
const heard = vi.fn<() => void>();
beforeEach(() => {
  vi.useFakeTimers();
  heard.mockClear();
  host = new Host();
  draft = new KeptDraft('form', host);
});
afterEach(() => vi.useRealTimers());

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

describe('a form with a draft', () => {
  it('is as it was left, and asks the host once', async () => {
    host.kept = 'Pe';
    draft.subscribe(heard);
    draft.subscribe(() => heard());
    expect(draft.state()).toEqual({ typed: undefined, isRestored: false, isReady: false });
    await pass(0);
    expect(draft.state()).toEqual({ typed: 'Pe', isRestored: true, isReady: true });
    expect(heard).toHaveBeenCalledTimes(2);
    expect(host.loads).toBe(1);
  });

  it('keeps what is typed before the host has answered', async () => {
    host.kept = 'from before';
    draft.subscribe(heard);
    draft.type('new');
    await pass(0);
    expect(draft.state()).toMatchObject({ typed: 'new', isRestored: false });
  });

  it('is saved once typing pauses for 0.3 seconds, with the last of it', async () => {
    draft.subscribe(heard);
    for (const text of ['P', 'Pe', 'Pea']) {
      draft.type(text);
      await pass(200);
    }
    expect(host.said).toEqual([]);
    await pass(100);
    expect(host.said).toEqual([['Pea', false]]);
    await pass(1000);
    expect(host.said).toHaveLength(1);
  });

  it('is saved at once when the form is left, and says on return that it was typed before', async () => {
    const leave = draft.subscribe(heard);
    await pass(0);
    draft.type('Pe');
    leave();
    expect(host.said).toEqual([['Pe', true]]);
    draft.subscribe(heard);
    expect(draft.state()).toEqual({ typed: 'Pe', isRestored: true, isReady: true });
    await pass(1000);
    expect(host.said).toHaveLength(1);
  });

  it('is gone once it was submitted', async () => {
    host.kept = 'Pe';
    draft.subscribe(heard);
    await pass(0);
    draft.type('Pears');
    draft.clear();
    expect(draft.state()).toEqual({ typed: undefined, isRestored: false, isReady: true });
    await pass(1000);
    expect(host.said).toEqual([[undefined, false]]);
    expect(host.kept).toBeUndefined();
  });

  it('is not brought back by what was on its way when it was submitted', async () => {
    draft.subscribe(heard);
    draft.type('Pe');
    await vi.advanceTimersByTimeAsync(300);
    draft.type('Pea');
    draft.clear();
    await pass(1000);
    expect(host.kept).toBeUndefined();
  });

  it('goes on where the host fails, and is saved with the next change once it is back', async () => {
    host.isAway = true;
    draft.subscribe(heard);
    await pass(0);
    expect(draft.state()).toEqual({ typed: undefined, isRestored: false, isReady: true });
    draft.type('Pe');
    await pass(1000);
    expect(draft.state().typed).toBe('Pe');
    host.isAway = false;
    draft.type('Pea');
    await pass(1000);
    expect(host.kept).toBe('Pea');
  });

  it('shows nothing to the next person, and keeps it for the first', async () => {
    host.kept = 'mine';
    draft.subscribe(heard);
    await pass(0);
    draft.type('mine too');
    await pass(300);
    host.kept = 'theirs';
    draft.forget();
    expect(draft.state().typed).toBeUndefined();
    await pass(1000);
    expect(draft.state().typed).toBe('theirs');
    expect(host.said).toEqual([['mine too', false]]);
  });
});
