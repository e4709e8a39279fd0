import { inEnglish, type Message, msg } from '#shared/kernel/message.ts';
import { type Anchor, anchorIssue } from '#main/store/anchor.ts';
import { otherStoresIn, readAnchorFolder, readHead, readRestored } from '#main/store/anchorFolder.ts';
import { storesKnownAt } from '#main/store/knownPlaces.ts';
import { fitsKey, readSiteKey, type Secrets } from '#main/store/siteKey.ts';
import type { Store } from '#main/store/store.ts';
import type { AnchorGroup } from '#main/features/audit/verifyAnchors.queries.ts';

/** Where anchors lie outside the store; without a place none are kept there. */
export type AnchorPlaces = {
  /** The head this workstation verified last, one file a store. */
  heads?: string | undefined;
  /** The folder somebody chose for daily anchors, best where those who write the store cannot write. */
  daily?: string | undefined;
  /** The file with this computer's own key for anchors; there may be none. */
  key?: string | undefined;
  /** What the system keeps secrets with: then daily anchors are signed. */
  secrets?: Secrets | undefined;
};

/** What a workstation knows of a store from outside. */
export type KnownAnchors = {
  /** The head it verified: a store without it is not the one it was. */
  head: readonly Anchor[];
  /** Lines of the folder that it signed: the same. */
  signed: readonly Anchor[];
  /** Lines of the folder that nobody signed, and anybody who may write there may have left. */
  unsigned: readonly Anchor[];
  /** The ends that a restore made here left, or that a person accepted here. */
  covers: readonly Anchor[];
  told: readonly string[];
};

/** What is known here, as it is held against a chain; `covers` are what speaks for its restores. */
export function groupsOf(
  { head, signed, unsigned }: KnownAnchors,
  covers: readonly Anchor[],
): { sure: AnchorGroup; unsure: AnchorGroup } {
  const signedCovers = [...covers, ...signed];
  return {
    sure: { anchors: [...head, ...signed], covers: signedCovers },
    unsure: { anchors: unsigned, covers: [...signedCovers, ...unsigned] },
  };
}

/** @param options.accepted an end that somebody takes for right just now */
export function knownAnchors(options: {
  store: Store;
  places: AnchorPlaces;
  accepted: Anchor | undefined;
}): KnownAnchors {
  const { store, places } = options;
  const { heads, daily, key } = places;
  const remembered = (as: Parameters<typeof readHead>[2]): Anchor | undefined =>
    heads === undefined ? undefined : readHead(heads, store.id, as);
  const own = key === undefined ? undefined : readSiteKey(key);
  const accepted = options.accepted ?? remembered('accepted');
  const lacks = (anchor: Anchor): boolean => anchorIssue(store.reader().db, store.id, anchor) !== undefined;
  const isOverruled = (line: Anchor): boolean =>
    accepted !== undefined && !lacks(accepted) && (line.seq <= accepted.seq || line.at <= accepted.at) && lacks(line);
  const lines = daily === undefined ? [] : readAnchorFolder(daily, store.id);
  const signed = lines.filter((line) => line.signature !== undefined && fitsKey(line, own ? [own.publicKey] : []));
  const bare = lines.filter(({ signature }) => signature === undefined);
  // Where the system keeps the key, this computer signs what it leaves.
  const unsigned = own?.by === 'system' ? [] : bare.filter((line) => !isOverruled(line));
  const verified = remembered('verified');
  return {
    head: verified === undefined ? [] : [verified],
    signed,
    unsigned,
    covers: [
      ...(accepted === undefined ? [] : [accepted]),
      ...(heads === undefined ? [] : readRestored(heads, store.id)),
    ],
    told: toldOf(places, store, lines.length - signed.length - unsigned.length).map(inEnglish),
  };
}

function toldOf({ heads, daily }: AnchorPlaces, { id, file }: Store, passedOver: number): Message[] {
  const told: Message[] = [];
  if (passedOver > 0)
    told.push(
      msg`Lines in the folder of anchors that were passed over, since this computer did not sign them or a person here said that the store is right: ${passedOver}.`,
    );
  if (heads === undefined || daily === undefined) return told;
  const others = otherStoresIn(daily, id);
  const here = storesKnownAt(heads, file).filter((other) => other !== id && others.includes(other));
  if (here.length > 0)
    told.push(msg`The folder of anchors also has some of another store that was at this place (${here.join(', ')}).`);
  else if (others.length > 0 && readAnchorFolder(daily, id).length === 0)
    told.push(msg`The folder of anchors has none of this store, but some of others (${others.join(', ')}).`);
  return told;
}
