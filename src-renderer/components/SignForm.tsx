import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/kernel/fold.ts';
import { shortestReason } from '#shared/kernel/operation.ts';
import type { Meaning, Proofs } from '#shared/kernel/signature.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import { localTimestamp, useLocale } from './figures.tsx';
import { Columns } from './layout.tsx';
import { tell } from './notices.tsx';
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
  sign: (proofs: Proofs) => Promise<boolean>;
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
  const [wasSent, setSent] = useState(false);
  const own = reading.positions.find(({ by }) => by === 'self');
  const needsWitness = reading.positions.some(({ by }) => by === 'another');
  const people = reading.mayWitness ?? [];
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
    if (failure === undefined) return;
    // A refused proof is given again at once. Whatever else it was, the keyboard goes on here: the button that had the
    // focus lost it while it was sent.
    const isOfProof = failure.code === 'REAUTH_FAILED' || failure.details?.['signer'] !== undefined;
    if (isOfProof || document.activeElement === document.body) focus(fieldOfRefusal(failure, own !== undefined));
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal.
  }, [failure]);
  const text = (name: string): string => fieldOf(form.current, name)?.value ?? '';
  const isBlank = (name: Name): boolean => {
    if (fieldOf(form.current, name) === null) return false;
    return name === 'reason' ? text(name).trim().length < shortestReason : text(name) === '';
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (running || form.current === null) return;
    // Nothing is signed that does not stand there yet, nor by itself as soon as it does: nobody has read it by then.
    setEarly(!signing.isCurrent);
    if (!signing.isCurrent) return;
    const blank = names.filter(isBlank);
    setMissing(blank);
    const [firstBlank] = blank;
    if (firstBlank !== undefined) return focus(firstBlank);
    const proof = { user: text('user').trim(), password: text('password'), comment: text('comment') };
    const second = {
      user: userNamed(text('witnessUser').trim(), people),
      password: text('witnessPassword'),
      comment: text('witnessComment'),
    };
    // Right or wrong, nobody needs them any more.
    for (const name of ['password', 'witnessPassword']) {
      const field = fieldOf(form.current, name);
      if (field !== null) field.value = '';
    }
    setSent(true);
    void signing
      .sign({
        ...(meaning === undefined ? {} : { signature: { ...proof, meaning } }),
        ...(needsWitness ? { witness: second } : {}),
      })
      .then((isSigned) => isSigned && tell(t('signing.done', { sentence: reading.sentence })));
  }

  // Above the fields where one goes on: below them it would be out of sight in a low window.
  const refusal = failure !== undefined && <Refusal failure={failure} asksUser={asksUser} lookAgain={lookAgain} />;
  const isOfWitness = own !== undefined && needsWitness && failure?.details?.['signer'] === 'witness';
  const fault = (name: Name, sentence: string) => (missing.includes(name) ? { error: sentence } : {});
  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={submitOnCtrlEnter}
      // What is filled in is not missing any more.
      onChange={() => missing.length > 0 && setMissing(missing.filter(isBlank))}
      noValidate
    >
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
        <Columns min={300} gap="12px 24px">
          {own !== undefined && (
            <OwnProof
              asksUser={asksUser}
              isFirst={reason === undefined || reason.value !== ''}
              isAgain={wasSent && isOfWitness}
              running={running}
              fault={fault}
            />
          )}
          {needsWitness && (
            <WitnessProof
              name={signer.name}
              isAlone={own === undefined}
              people={people}
              refusal={isOfWitness && refusal}
              running={running}
              fault={fault}
            />
          )}
        </Columns>
        {/* In sight however much stands above it. */}
        <Group
          justify="space-between"
          gap="8px 16px"
          py="sm"
          bg="var(--mantine-color-body)"
          style={{ position: 'sticky', insetBlockEnd: 0, zIndex: 1 }}
        >
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

/** Where to go on after a refusal: who may not sign is named anew, a wrong password is typed anew. */
function fieldOfRefusal({ code, details = {} }: Failed, asksOwn: boolean): Name {
  if (details['user'] === true) return 'user';
  if (details['signer'] !== 'witness') return asksOwn ? 'password' : 'witnessPassword';
  return code === 'REAUTH_FAILED' ? 'witnessPassword' : 'witnessUser';
}

/** The user name of who was typed: that itself, or the name of one who may. */
const userNamed = (typed: string, people: readonly { user: string; name: string }[]): string =>
  people.find(({ name }) => fold(name) === fold(typed))?.user ?? typed;

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
