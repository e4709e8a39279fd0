import { finish, staticChecks, unitTests } from './steps.ts';

/** `npm run check`: what is quick enough for every few minutes. */
finish([await staticChecks(), await unitTests('fast')]);
