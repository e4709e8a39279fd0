import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meaning } from '#shared/kernel/signature.ts';
import { localTimestamp, useLocale } from './figures.tsx';
import { Facts } from './layout.tsx';
import { PasswordField } from './PasswordField.tsx';
import styles from './SignDialog.module.css';
import { FailureState, type FailureShown } from './states.tsx';
import { submitOnCtrlEnter } from './submitKeys.ts';

/** What a signer proves and says; it goes straight to the host and is kept nowhere. */
export type Proof = {
  signature: { user: string; password: string; meaning: Meaning; comment: string };
  witness?: { user: string; password: string; comment: string };
};

/** A text that is typed here and kept by whoever shows the dialog, such as a draft. */
export type Typed = { value: string; set: (value: string) => void };

export type SignFormProps = {
  /** What is signed, in one sentence and with its numbers. */
  statement: string;
  /** What belongs to the sentence, such as a list of what changes. */
  children?: ReactNode;
  /** What the signer may say to have done; one of several is chosen. */
  meanings: readonly [Meaning, ...Meaning[]];
  /** The printed name of who signs, and whether this signature asks for the user name too. */
  signer: { name: string; signsWithUser: boolean };
  needsWitness?: boolean;
  /** Where the command needs a reason. */
  reason?: Typed;
  work: { running: boolean; failure: (FailureShown & { details?: Readonly<Record<string, unknown>> }) | undefined };
  /** Shows a record as it is now, where it changed since it was looked at. */
  lookAgain?: () => void;
  onSign: (proof: Proof) => void;
};

/** The shortest reason a command takes, in characters. */
const shortestReason = 3;
const names = ['reason', 'user', 'password', 'witnessUser', 'witnessPassword'] as const;
type Name = (typeof names)[number];

/** What stands in the dialog: made anew each time it opens. */
export function SignForm(props: SignFormProps): ReactNode {
  const { statement, children, meanings, signer, needsWitness = false, reason, work, lookAgain, onSign } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<readonly Name[]>([]);
  const [meaning, setMeaning] = useState(meanings[0]);
  const { running, failure } = work;
  // The host knows best: the session may have been locked since this page asked.
  const asksUser = signer.signsWithUser || failure?.details?.['user'] === true;

  const focus = (name: string): void => fieldOf(form.current, name)?.focus();
  useEffect(() => {
    // A refused proof is given again at once; everything else is read first.
    if (failure?.code === 'REAUTH_FAILED') focus(fieldOfRefusal(failure.details));
  }, [failure]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (running || form.current === null) return;
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
    const [first] = blank;
    if (first !== undefined) return focus(first);
    const proof = { user: text('user').trim(), password: text('password'), meaning, comment: text('comment') };
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
    onSign({ signature: proof, ...(needsWitness ? { witness: second } : {}) });
  }

  const fault = (name: Name, sentence: string) => (missing.includes(name) ? { error: sentence } : {});
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={submitOnCtrlEnter} noValidate>
      <p className={styles.statement}>{statement}</p>
      {children}
      <Facts
        facts={[
          [t('signing.by'), signer.name],
          ...(meanings.length > 1 ? [] : [[t('signing.meaning'), t(`signing.meanings.${meaning}`)] as const]),
        ]}
      />
      {meanings.length > 1 && (
        <NativeSelect
          label={t('signing.meaning')}
          value={meaning}
          data={meanings.map((value) => ({ value, label: t(`signing.meanings.${value}`) }))}
          onChange={({ currentTarget: { value } }) => setMeaning(meanings.find((one) => one === value) ?? meanings[0])}
        />
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
      <div className={styles.pair}>
        {asksUser && (
          <TextInput
            name="user"
            label={t('signing.user')}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            readOnly={running}
            {...(reason === undefined || reason.value !== '' ? { 'data-autofocus': true } : {})}
            {...fault('user', t('signing.missingUser'))}
          />
        )}
        <PasswordField
          name="password"
          label={t('signing.password')}
          autoFocus={!asksUser && (reason === undefined || reason.value !== '')}
          {...fault('password', t('signing.missingPassword'))}
        />
      </div>
      {asksUser && <p className={`muted ${styles.help}`}>{t('signing.userHelp')}</p>}
      <TextInput name="comment" label={t('signing.comment')} autoComplete="off" maxLength={4000} readOnly={running} />
      {needsWitness && (
        <fieldset className={styles.witness}>
          <legend>{t('signing.witness')}</legend>
          <p className="muted">{t('signing.witnessHelp', { name: signer.name })}</p>
          <div className={styles.pair}>
            <TextInput
              name="witnessUser"
              label={t('signing.witnessUser')}
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              readOnly={running}
              {...fault('witnessUser', t('signing.missingUser'))}
            />
            <PasswordField
              name="witnessPassword"
              label={t('signing.witnessPassword')}
              {...fault('witnessPassword', t('signing.missingPassword'))}
            />
          </div>
          <TextInput
            name="witnessComment"
            label={t('signing.witnessComment')}
            autoComplete="off"
            maxLength={4000}
            readOnly={running}
          />
        </fieldset>
      )}
      {failure !== undefined && <Refusal failure={failure} lookAgain={lookAgain} />}
      <div className={styles.end}>
        <span className="muted">{t('signing.keys')}</span>
        <Button type="submit" loading={running}>
          {t('signing.sign')}
        </Button>
      </div>
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

type RefusalProps = {
  failure: FailureShown & { details?: Readonly<Record<string, unknown>> };
  lookAgain: (() => void) | undefined;
};

/** Why it was not signed. What a wrong password means is said in the person's language; who it was tried for, by nobody. */
function Refusal({ failure, lookAgain }: RefusalProps): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { code, details = {} } = failure;
  const until = details['until'];
  const message =
    code === 'REAUTH_FAILED' && details['user'] !== true
      ? t(details['signer'] === 'witness' ? 'signing.wrongWitness' : 'signing.wrong')
      : code === 'LOCKED_OUT' && typeof until === 'string'
        ? t('signing.lockedUntil', { until: localTimestamp(until, locale) })
        : failure.message;
  return (
    <>
      <FailureState failure={{ ...failure, message }} />
      {code === 'RECORD_CHANGED' && lookAgain !== undefined && (
        <Button variant="default" onClick={lookAgain}>
          {t('signing.lookAgain')}
        </Button>
      )}
    </>
  );
}
