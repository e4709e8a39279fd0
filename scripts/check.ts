import { finish, staticChecks, unitTests } from './steps.ts';

/** `npm run check`: what is quick enough for every few minutes. */
finish([staticChecks(), unitTests('fast')]);
