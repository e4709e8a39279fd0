/** Who is in the store of fillStore.ts. The viewer must change the password at the first log-in. */
export const administrator = { user: 'ada', name: 'Ada Okafor', password: 'velvet-otter-harbour-9' };
export const viewer = { user: 'vera', name: 'Vera Brandt', password: 'copper-lantern-field-7' };
