import { servePreviews } from '#main/features/exchange/servePreviews.ts';
import { policies } from './policies.ts';

/** Previews imports beside the main thread. */
servePreviews(policies);
