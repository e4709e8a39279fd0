import { ways } from '../support/contractHosts.ts';
import { contractTest } from '../support/contractTest.ts';

for (const [name, open] of Object.entries(ways)) contractTest(name, open);
