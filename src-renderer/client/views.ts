import type { SavedView } from '#shared/views/contract.ts';
import type { ViewedList } from '#shared/views/vocabulary.ts';
import { z } from 'zod';
import { useAsk } from './ask.ts';
import { useCommand } from './command.ts';
import { type Draft, useDraft } from './drafts.ts';
import type { Failure } from './failure.ts';
import { api, ask } from './host.ts';

/** The views of a list that this person keeps. */
export type Views = {
  views: readonly SavedView[];
  save: (view: SavedView) => void;
  remove: (name: string) => void;
  /** The name that is typed for the next view. */
  name: Draft<string>;
  failure: Failure | undefined;
};

const typedName = z.string();

export function useViews(list: ViewedList): Views {
  const asked = useAsk(ask.people.listViews.queryOptions({ input: { list } }));
  const name = useDraft(`view of ${list}`, '', typedName);
  const saving = useCommand(`people.saveView ${list}`, (view: SavedView, options) =>
    api.people.saveView({ list, ...view }, options),
  );
  const removing = useCommand(`people.removeView ${list}`, (name: string, options) =>
    api.people.removeView({ list, name }, options),
  );
  return {
    views: asked.data?.views ?? [],
    save: saving.run,
    remove: removing.run,
    name,
    failure: saving.failure ?? removing.failure ?? asked.failure,
  };
}
