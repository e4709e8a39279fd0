/** Where in a list a person was: the view's beginning in pixels, and the row that had the focus (-1: none). */
export type ListPlace = { at: number; row: number };

const places = new Map<string, ListPlace>();
const mostKept = 50;

/** Keeps the place of a list, by its address, for when the person comes back to it. */
export function keepPlace(address: string, place: ListPlace): void {
  places.delete(address);
  places.set(address, place);
  for (const oldest of places.keys()) {
    if (places.size <= mostKept) break;
    places.delete(oldest);
  }
}

export const placeOf = (address: string): ListPlace => places.get(address) ?? { at: 0, row: -1 };
