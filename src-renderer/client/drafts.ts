import { useMemo, useState, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { hostAddress, sendOwn } from './http.ts';
import { type DraftPost, KeptDraft } from './keptDrafts.ts';

/** What a form holds, kept by the host while it is not submitted. */
export type Draft<Value> = {
  value: Value;
  set: (value: Value) => void;
  /** Forgets what was typed: the form was submitted, or starts anew. */
  clear: () => void;
  /** Whether the value was typed before this visit: the form says so, see `DraftNotice`. */
  restored: boolean;
  /** Whether it is settled what was typed before; for forms that take over their values once. */
  ready: boolean;
};

/**
 * What a person types into a form, kept so that it is there again after the screen was left, the page reloaded or the
 * program killed. It is loaded once, saved when typing pauses for 0.3 s, and at once when the page is hidden or the
 * form is left; typing never waits for it, and a host that cannot keep it is no trouble. Call `clear` on submitting.
 *
 * Never for passwords, PINs or signatures: drafts lie on the disk as they were typed.
 *
 *     const draft = useDraft('product new', blankProduct, productShape);
 *     <DraftNotice draft={draft} />
 *     <TextInput value={draft.value.name} onChange={(event) => draft.set({ ...draft.value, name: event.currentTarget.value })} />
 *
 * @param key names the form, and the record it is about where it changes one: `product P-1 version 4`. At most 200
 *   characters; the same in two places is the same draft. "" for a form whose draft is not to be kept: it is of the
 *   page alone.
 * @param initial what the form holds while nothing was typed. Typing that again leaves nothing to keep.
 * @param shape what a draft must look like, declared once outside the component; one of an older form is ignored.
 */
export function useDraft<Value>(key: string, initial: Value, shape: z.ZodType<Value>): Draft<Value> {
  const [own] = useState(() => new KeptDraft('', nowhere));
  const draft = key === '' ? own : draftOf(key);
  const { typed, isRestored, isReady } = useSyncExternalStore(draft.subscribe, draft.state);
  const kept = useMemo(() => (typed === undefined ? undefined : shape.safeParse(typed).data), [typed, shape]);
  return {
    value: kept ?? initial,
    set: (value) => draft.type(JSON.stringify(value) === JSON.stringify(initial) ? undefined : value),
    clear: () => draft.clear(),
    restored: isRestored && kept !== undefined,
    ready: isReady,
  };
}

const nowhere: DraftPost = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() };

const drafts = new Map<string, KeptDraft>();

function draftOf(key: string): KeptDraft {
  const draft = drafts.get(key) ?? new KeptDraft(key, hostDrafts);
  drafts.set(key, draft);
  return draft;
}

let owner: string | undefined;

/** Says who sits here: what another person typed before is no longer shown. */
export function draftsAreOf(person: string): void {
  if (owner !== undefined && owner !== person) for (const draft of drafts.values()) draft.forget();
  owner = person;
}

/** A browser sends no more than 64 KB once a page is gone. */
const mostWhenGone = 60_000;
const addressOfDraft = (key: string): URL => new URL(`draft/${encodeURIComponent(key)}`, hostAddress());

const hostDrafts: DraftPost = {
  async load(key) {
    const reply: unknown = await (await sendOwn(addressOfDraft(key), { method: 'GET' })).json();
    const value = typeof reply === 'object' && reply !== null && 'value' in reply ? reply.value : null;
    return value ?? undefined;
  },
  async save(key, value, leaving) {
    const body = value === undefined ? undefined : JSON.stringify(value);
    await sendOwn(addressOfDraft(key), {
      keepalive: leaving && (body?.length ?? 0) < mostWhenGone,
      ...(body === undefined
        ? { method: 'DELETE' }
        : { method: 'PUT', body, headers: { 'content-type': 'application/json' } }),
    });
  },
};

/** A hidden page may never be seen again: phones and closing windows say nothing more. */
function saveAll(): void {
  for (const draft of drafts.values()) draft.saveNow();
}
window.addEventListener('pagehide', saveAll);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveAll());
