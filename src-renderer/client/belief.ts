let believed: string | undefined;

/** The log-in this page is drawn for, as `whoAmI` named it; undefined until that is known. */
export const believedSession = (): string | undefined => believed;

let channel: BroadcastChannel | undefined;

/** Opened when it is first needed: whoever only asks the host, without a window, has no others. */
const others = (): BroadcastChannel => (channel ??= new BroadcastChannel('lotline-session'));

/** Says which log-in this page is drawn for from now on. Other windows hear of a new one, and ask for themselves. */
export function believe(session: string): void {
  if (session === believed) return;
  const isNews = believed !== undefined;
  believed = session;
  if (isNews) others().postMessage(session);
}

/** Calls when another window found that somebody signed in or out; answers how to stop hearing of it. */
export function onSessionElsewhere(heard: () => void): () => void {
  const listener = ({ data }: MessageEvent<unknown>): void => {
    if (data !== believed) heard();
  };
  others().addEventListener('message', listener);
  return () => others().removeEventListener('message', listener);
}
