import { msg } from '#shared/kernel/message.ts';
import type { Actor } from '#main/context/context.ts';
import { lapsedFor } from '#main/features/security/proof.queries.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Permission } from '#shared/kernel/permissions.ts';

/**
 * Lets through those who may do what a permission names.
 * @throws LotlineError NOT_LOGGED_IN, SESSION_EXPIRED, PASSWORD_POLICY, TRAINING_EXPIRED, FORBIDDEN
 */
export function authorize(actor: Actor, permission: Permission): void {
  if (actor.permissions.includes(permission)) return;
  switch (actor.authState) {
    case 'stranger':
      throw new LotlineError('NOT_LOGGED_IN', msg`Nobody is signed in. Sign in with your user name and password.`);
    case 'locked':
      throw new LotlineError(
        'SESSION_EXPIRED',
        msg`This session is locked. Give your password to go on where you were.`,
      );
    case 'mustChange':
      throw new LotlineError('PASSWORD_POLICY', msg`Your password must be changed before you go on.`);
    default:
      if (actor.lapsed.includes(permission)) throw lapsedFor(actor.person.name);
      throw new LotlineError('FORBIDDEN', msg`Your role may not do this (${permission}). Ask an administrator.`, {
        permission,
      });
  }
}

/** A refusal because of the caller, not of what is requested. */
export const isDenial = ({ code }: LotlineError): boolean => code === 'FORBIDDEN' || code === 'TRAINING_EXPIRED';
