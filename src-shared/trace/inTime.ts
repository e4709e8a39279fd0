const lists = ['units', 'runs', 'receipts', 'shipments'] as const;
type List = (typeof lists)[number];
type Counts = Record<List, number>;

/** What a trace without regard to time has beyond what was possible in time: how much of each list, where there is any. */
export const beyondTime = (anyTime: Counts, possible: Counts): { list: List; count: number }[] =>
  lists.map((list) => ({ list, count: anyTime[list] - possible[list] })).filter(({ count }) => count > 0);
