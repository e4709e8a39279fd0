import type { SavedView } from '#shared/people/contract.ts';
import type { ViewedList } from '#shared/people/vocabulary.ts';
import { useAsk } from './ask.ts';
import { useCommand } from './command.ts';
import type { Failure } from './failure.ts';
import { api, ask } from './host.ts';

/** The views of a list that this person keeps. */
export type Views = {
  views: readonly SavedView[];
  save: (view: SavedView) => void;
  remove: (name: string) => void;
  failure: Failure | undefined;
};

export function useViews(list: ViewedList): Views {
  const asked = useAsk(ask.people.listViews.queryOptions({ input: { list } }));
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
    failure: saving.failure ?? removing.failure ?? asked.failure,
  };
}
