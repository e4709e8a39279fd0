import { z } from 'zod';
import { refusal } from '#shared/kernel/fields.ts';
import { msg } from '#shared/kernel/message.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { signingRights } from '#shared/kernel/roles.ts';
import { isZone } from '#shared/kernel/zones.ts';
import { authorisable } from '#shared/people/vocabulary.ts';

/** What a site decides about signing in and signing. Every change is a version of a record. */
export const siteSettings = z
  .object({
    /** A session that is not used for so long is locked; it cannot be switched off. */
    idleMinutes: z.number().int().min(1).max(60),
    /** A password is good for so many days; 0 for ever. */
    passwordDays: z.number().int().min(0).max(365),
    /** The work of checking a password, as a power of two: 17 takes about half a second. */
    passwordCost: z.number().int().min(14).max(20),
    /** What nobody may do without a current qualification. */
    authorised: z.array(z.enum(authorisable)),
    /** The zone in which times are shown and printed here, such as "Europe/Vienna"; "" for where each person sits. */
    timeZone: z.string().max(60),
    /** Whether the daily job moves what has expired or is due for retest; false where another system decides on statuses. */
    dailyJob: z.boolean(),
    /** So many days after the last entry the daily job asks a person whether the date is right; 0 never. */
    dailyGapDays: z.number().int().min(0).max(366),
  })
  .strict();
export type Settings = z.infer<typeof siteSettings>;

/** The names of the operations begin with "people", as they stand in trails and scripts. */
export const settings = {
  getSettings: query({ permission: 'audit', reads: ['setting'], input: z.object({}).strict(), output: siteSettings }),
  saveSettings: command({
    permission: 'people',
    reason: true,
    // What is left out stays as it is.
    input: siteSettings.extend({
      timeZone: siteSettings.shape.timeZone
        .refine((zone) => zone === '' || isZone(zone), refusal(msg`Write a time zone such as Europe/Berlin.`))
        .optional(),
      dailyJob: siteSettings.shape.dailyJob.optional(),
      dailyGapDays: siteSettings.shape.dailyGapDays.optional(),
    }),
    output: z.object({ changed: z.number().int() }),
  }),
  /**
   * Lets one person do here what two should, or ends that. Every document says so meanwhile, and every signature of that
   * time for ever. Where there is somebody else who signs, or did until some days ago, that person agrees to it as witness.
   */
  setSinglePerson: command({
    permission: 'people',
    reason: true,
    signature: { meanings: ['approved'], witness: true, witnessRights: signingRights, ownRights: true },
    input: z.object({ on: z.boolean() }).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
};
