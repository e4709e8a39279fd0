import { M0001Journal } from './m0001Journal.ts';
import { M0002Lists } from './m0002Lists.ts';
import { M0003People } from './m0003People.ts';
import { M0004Numbers } from './m0004Numbers.ts';

/** Every migration of the SQLite store, in order. The number of the last is the schema version. */
export const migrations = [
  { name: 'm0001Journal', class: M0001Journal },
  { name: 'm0002Lists', class: M0002Lists },
  { name: 'm0003People', class: M0003People },
  { name: 'm0004Numbers', class: M0004Numbers },
];
