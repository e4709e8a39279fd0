import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestReason } from '#shared/kernel/operation.ts';
import type { Meaning, Proofs } from '#shared/kernel/signature.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import { localTimestamp, useLocale } from './figures.tsx';
import { OwnMeaning, OwnProof, type ProofField, WitnessProof } from './ProofParts.tsx';
import { SignReading } from './SignReading.tsx';
import { FailureState, type FailureShown } from './states.tsx';
import { submitOnCtrlEnter } from './submitKeys.ts';

/** A text that is typed here and kept by the screen that shows the dialog, such as a draft. */
export type Typed = { value: string; set: (value: string) => void };

type Failed = FailureShown & { details?: Readonly<Record<string, unknown>> };

/** An act that is being signed, as the client's `useSigning` tells it. */
export type SigningShown = {
  isOpen: boolean;
  close: () => void;
  reading: PreparedSignature | undefined;
  isCurrent: boolean;
  changed: { before: PreparedSignature | undefined } | undefined;
  failure: Failed | undefined;
  running: boolean;
  retry: () => void;
  sign: (proofs: Proofs) => Promise<void>;
};

export type SignFormProps = {
  signing: SigningShown;
  reading: PreparedSignature;
  /** What belongs to the sentence, such as a list of what changes. */
  children?: ReactNode;
  /** The printed name of who signs, and whether this signature asks for the user name too. */
  signer: { name: string; signsWithUser: boolean };
  /** Where the command needs a reason. */
  reason?: Typed;
  /** Where it may bear a note. */
  note?: Typed;
  /** Shows a record as it is now, where the page itself has to be told to. */
  lookAgain?: (() => void) | undefined;
  /** Whether one goes on here as soon as it is there; not who still chooses with the keys. */
  takesFocus?: boolean;
};

const names = ['reason', 'user', 'password', 'witnessUser', 'witnessPassword'] as const satisfies ProofField[];
type Name = (typeof names)[number];

/** What is in the dialog: made anew each time it opens. */
export function SignForm(props: SignFormProps): ReactNode {
  const { signing, reading, children, signer, reason, note, lookAgain = signing.retry, takesFocus = true } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<readonly Name[]>([]);
  const [isEarly, setEarly] = useState(false);
  const own = reading.positions.find(({ by }) => by === 'self');
  const needsWitness = reading.positions.some(({ by }) => by === 'another');
  const [chosen, setMeaning] = useState<Meaning>();
  const [first] = own?.meanings ?? [];
  const meaning = own?.meanings.find((one) => one === chosen) ?? first;
  const { running, failure } = signing;
  // The host knows best: the session may have been locked since this page asked.
  const asksUser = signer.signsWithUser || failure?.details?.['user'] === true;

  // The focus of a dialog is set when it opens; what is read may come later.
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it comes.
  }, []);
  const focus = (name: string): void => fieldOf(form.current, name)?.focus();
  useEffect(() => {
    // A refused proof is given again at once; everything else is read first.
    if (failure?.code === 'REAUTH_FAILED') focus(fieldOfRefusal(failure.details));
  }, [failure]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (running || form.current === null) return;
    // Nothing is signed that does not stand there yet, nor by itself as soon as it does: nobody has read it by then.
    setEarly(!signing.isCurrent);
    if (!signing.isCurrent) return;
    const given = new FormData(form.current);
    const text = (name: string): string => {
      const value = given.get(name);
      return typeof value === 'string' ? value : '';
    };
    const isBlank = (name: Name): boolean => {
      if (name === 'reason') return reason !== undefined && reason.value.trim().length < shortestReason;
      return fieldOf(form.current, name) !== null && text(name) === '';
    };
    const blank = names.filter(isBlank);
    setMissing(blank);
    const [firstBlank] = blank;
    if (firstBlank !== undefined) return focus(firstBlank);
    const proof = { user: text('user').trim(), password: text('password'), comment: text('comment') };
    const second = {
      user: text('witnessUser').trim(),
      password: text('witnessPassword'),
      comment: text('witnessComment'),
    };
    // Right or wrong, nobody needs them any more.
    for (const name of ['password', 'witnessPassword']) {
      const field = fieldOf(form.current, name);
      if (field !== null) field.value = '';
    }
    void signing.sign({
      ...(meaning === undefined ? {} : { signature: { ...proof, meaning } }),
      ...(needsWitness ? { witness: second } : {}),
    });
  }

  // Above the fields where one goes on: below them it would be out of sight in a low window.
  const refusal = failure !== undefined && <Refusal failure={failure} asksUser={asksUser} lookAgain={lookAgain} />;
  const isOfWitness = own !== undefined && needsWitness && failure?.details?.['signer'] === 'witness';
  const fault = (name: Name, sentence: string) => (missing.includes(name) ? { error: sentence } : {});
  return (
    <form ref={form} onSubmit={submit} onKeyDown={submitOnCtrlEnter} noValidate>
      <Stack gap="sm">
        <SignReading reading={reading} isCurrent={signing.isCurrent} isEarly={isEarly} changed={signing.changed} />
        {children}
        {own !== undefined && meaning !== undefined && (
          <OwnMeaning name={signer.name} meanings={own.meanings} meaning={meaning} onChoose={setMeaning} />
        )}
        {reason !== undefined && (
          <Textarea
            name="reason"
            label={t('signing.reason')}
            rows={2}
            maxLength={4000}
            value={reason.value}
            readOnly={running}
            {...(reason.value === '' ? { 'data-autofocus': true } : {})}
            {...fault('reason', t('signing.missingReason'))}
            onChange={(event) => reason.set(event.currentTarget.value)}
          />
        )}
        {note !== undefined && (
          <Textarea
            label={t('reviews.note')}
            rows={2}
            maxLength={4000}
            value={note.value}
            readOnly={running}
            onChange={(event) => note.set(event.currentTarget.value)}
          />
        )}
        {!isOfWitness && refusal}
        {own !== undefined && (
          <OwnProof
            asksUser={asksUser}
            isFirst={reason === undefined || reason.value !== ''}
            running={running}
            fault={fault}
          />
        )}
        {isOfWitness && refusal}
        {needsWitness && (
          <WitnessProof
            name={signer.name}
            isAlone={own === undefined}
            people={reading.mayWitness ?? []}
            running={running}
            fault={fault}
          />
        )}
        <Group justify="space-between" gap="8px 16px">
          <span className="muted">{t('signing.keys')}</span>
          {/* It hears Enter all the same: a button that is disabled would have it go unheard. */}
          <Button type="submit" loading={running} data-disabled={!signing.isCurrent} aria-disabled={!signing.isCurrent}>
            {t('signing.sign')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const fieldOf = (form: HTMLFormElement | null, name: string): HTMLInputElement | HTMLTextAreaElement | null => {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
};

/** Where to go on after a wrong password. */
function fieldOfRefusal(details: Readonly<Record<string, unknown>> = {}): Name {
  if (details['user'] === true) return 'user';
  return details['signer'] === 'witness' ? 'witnessPassword' : 'password';
}

type RefusalProps = { failure: Failed; asksUser: boolean; lookAgain: () => void };

/** Why it was not signed. What a wrong password means is said in the person's language; who it was tried for, by nobody. */
function Refusal({ failure, asksUser, lookAgain }: RefusalProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { code, details = {} } = failure;
  const until = details['until'];
  const message =
    code === 'REAUTH_FAILED' && details['user'] !== true
      ? t(
          details['signer'] === 'witness'
            ? 'signing.wrongWitness'
            : asksUser
              ? 'signing.wrong'
              : 'signing.wrongPassword',
        )
      : code === 'LOCKED_OUT' && typeof until === 'string'
        ? t('signing.lockedUntil', { until: localTimestamp(until, locale) })
        : failure.message;
  // Whatever was wrong, it is said of whom: "you may not do this" is not for the person who asks where it was the other.
  const title = details['signer'] === 'witness' ? t('signing.witnessRefused') : undefined;
  return (
    <>
      <FailureState failure={{ ...failure, message }} title={title} />
      {code === 'RECORD_CHANGED' && (
        <Button variant="default" onClick={lookAgain}>
          {t('signing.lookAgain')}
        </Button>
      )}
    </>
  );
}
