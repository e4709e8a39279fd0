import { useDebouncedValue } from '@mantine/hooks';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inputs } from '#shared/contract.ts';
import type { SigningField } from '#shared/kernel/operation.ts';
import type { Proofs } from '#shared/kernel/signature.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import { languageTags } from '#shared/signing/vocabulary.ts';
import { keepWhile, useAsk } from './ask.ts';
import { type Failure, toFailure } from './failure.ts';
import { ask } from './host.ts';
import { catchUp } from './freshness.ts';
import { type SecretCall, useSecretCommand } from './secretCommand.ts';

/** An act that is being signed, as the dialog shows it. */
export type Signing = {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  /** What the signer reads. The last one stays in sight while the next is on its way. */
  reading: PreparedSignature | undefined;
  /** Whether the reading is of just what would be sent: only then it can be signed. */
  isCurrent: boolean;
  /** What was signed has changed since it was read; `before` is what had been read, where something had. */
  changed: { before: PreparedSignature | undefined } | undefined;
  failure: Failure | undefined;
  running: boolean;
  /** Reads it again. */
  retry: () => void;
  /** Reads what would be signed, without the dialog: undefined where it is refused, which `failure` tells. */
  prepare: () => Promise<PreparedSignature | undefined>;
  /** Does it with these signatures, and with the token of what was read: whether it was done, and the page shows it. */
  sign: (proofs: Proofs, reading?: PreparedSignature) => Promise<boolean>;
};

type Act<Input, Reply> = {
  input: Omit<Input, SigningField>;
  onSigned: (reply: Reply) => void;
  /** What is recorded of it, as the page shows it: where somebody else writes it while the dialog is open, that is said. */
  recorded?: unknown;
  /** Reads it already while the dialog is closed, for a page that shows what would be signed. */
  readsAhead?: boolean;
};

/** The input of a signed command, without the fields of signing. */
export type Unsigned<F extends keyof Inputs, O extends keyof Inputs[F]> = Omit<Inputs[F][O], SigningField>;

/** While somebody types the reason, the sentence is asked for when they pause this long, in milliseconds. */
const typingPause = 250;
/** The dialog waits no longer than this for the page behind it to show what was signed, in milliseconds. */
const longestCatchUp = 4000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The one way a page signs: the host says in the reader's language what would be signed, the dialog shows that, and the
 * command goes with the token that stands for it. Where any of it changed meanwhile, it is read again, and nothing that
 * was typed is lost.
 *
 *     const signing = useSigning('audit.review', api.audit.review, { input: { first, last, note }, onSigned: note.clear });
 *     <SignDialog signing={signing} signer={signer} title={t('reviews.signTitle')} note={note} />
 */
export function useSigning<Input, Reply>(
  operation: string,
  call: SecretCall<Input, Reply>,
  { input, onSigned, recorded, readsAhead = false }: Act<Input, Reply>,
): Signing {
  const queryClient = useQueryClient();
  const { i18n } = useTranslation();
  const language = languageTags.find((tag) => tag === i18n.language) ?? 'en';
  const [isOpen, setOpen] = useState(false);
  const [changed, setChanged] = useState<Signing['changed']>();
  // Kept here: while the dialog is closed, nothing else observes what `prepare` was refused for.
  const [unread, setUnread] = useState<{ of: string; failure: Failure }>();
  const written = JSON.stringify(input);
  const [settled] = useDebouncedValue(written, typingPause);
  const question = (of: string) => ({
    ...ask.signing.prepare.queryOptions({ input: { operation, input: JSON.parse(of), language } }),
    staleTime: 0,
    gcTime: 0,
  });
  const asked = useAsk({
    ...question(settled),
    // What is not yet all there, or still being typed, is no question: it would only be refused.
    enabled: (isOpen || readsAhead) && settled === written,
    placeholderData: keepWhile,
    // What was read changes before the signer's eyes only when that is said.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  // Where it cannot be read any more, the last one stays in sight, with what was typed below it.
  const [last, setLast] = useState<PreparedSignature>();
  if (asked.data !== undefined && asked.data !== last) setLast(asked.data);
  const reading = asked.data ?? last;

  const isOutdated = asked.failure?.code === 'RECORD_CHANGED';
  const isAsking = useIsFetching() > 0;
  // It is no refusal yet: the page is about to hear what is recorded now.
  const isCatchingUp = isOutdated && (isAsking || settled !== written);
  if (isOutdated && changed === undefined) setChanged({ before: last });
  useEffect(() => {
    // The page has what was recorded before; asked for again, it names what is recorded now.
    if (isOutdated) void catchUp(queryClient, 'own').catch(() => undefined);
  }, [isOutdated, queryClient]);

  const command = useSecretCommand<Input, Reply>(async (sent, options) => {
    try {
      const reply = await call(sent, options);
      // Whoever signed sees what came of it, never what stood there before.
      await Promise.race([catchUp(queryClient, 'own').catch(() => undefined), pause(longestCatchUp)]);
      return reply;
    } catch (error) {
      if (toFailure(error).code === 'RECORD_CHANGED') setChanged({ before: reading });
      throw error;
    }
  });

  const shown = JSON.stringify(recorded);
  const [known, setKnown] = useState(shown);
  if (shown !== known) {
    setKnown(shown);
    // What comes of one's own signature is no news.
    if (isOpen && last !== undefined && changed === undefined && !command.running) setChanged({ before: last });
  }

  async function prepare(): Promise<PreparedSignature | undefined> {
    setUnread(undefined);
    try {
      return await queryClient.fetchQuery(question(written));
    } catch (error) {
      setUnread({ of: written, failure: toFailure(error) });
      return undefined;
    }
  }

  async function sign(proofs: Proofs, read = reading): Promise<boolean> {
    if (read === undefined) return false;
    // The input, and beside it the fields that every signed command has.
    const reply = await command.run({ ...input, ...proofs, token: read.token } as Input);
    if (reply === undefined) return false;
    close();
    onSigned(reply);
    return true;
  }

  function close(): void {
    command.reset();
    setChanged(undefined);
    setLast(undefined);
    setOpen(false);
  }

  // `changed` reports a change that was read again.
  const refused = command.failure?.code === 'RECORD_CHANGED' && changed !== undefined ? undefined : command.failure;
  return {
    isOpen,
    open: () => setOpen(true),
    close,
    reading,
    isCurrent: asked.data !== undefined && settled === written && !asked.outdated && !asked.asking,
    changed,
    failure:
      refused ?? (isCatchingUp ? undefined : asked.failure) ?? (unread?.of === written ? unread.failure : undefined),
    running: command.running,
    retry: asked.retry,
    prepare,
    sign,
  };
}
