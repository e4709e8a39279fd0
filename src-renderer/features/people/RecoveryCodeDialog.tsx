import { Box, Button, Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { localTimestamp, useLocale } from '#renderer/components/figures.tsx';
import { Line } from '#renderer/components/layout.tsx';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import { newRecoveryCode } from '#shared/security/recoveryCode.ts';
import { useMakeRecoveryCode } from './people.hooks.ts';
import styles from './recovery.module.css';
import { RefusedProof } from './RefusedProof.tsx';

/** What is shown once, and when it was made. */
type Made = { code: string; at: string };

/** Makes a recovery code after the own password, and shows it once: closed, it is nowhere but on its paper. */
export function RecoveryCodeDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const making = useMakeRecoveryCode();
  const [made, setMade] = useState<Made>();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const password = new FormData(form).get('password');
    if (typeof password !== 'string' || password === '') return;
    form.reset();
    const code = newRecoveryCode((bytes) => crypto.getRandomValues(bytes));
    if ((await making.run({ password, code })) !== undefined) setMade({ code, at: new Date().toISOString() });
  }

  return (
    <Modal
      opened
      onClose={() => !making.running && onClose()}
      title={t('people.recovery.title')}
      closeOnClickOutside={false}
      // The code before is worth nothing any more: this one is not closed by mistake.
      closeOnEscape={made === undefined}
      withCloseButton={made === undefined}
      closeButtonProps={{ 'aria-label': t('signing.close') }}
      classNames={{ header: styles.onScreen, overlay: styles.onScreen, inner: styles.sheet, content: styles.sheet }}
    >
      {made === undefined ? (
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="sm">
            <p>{t('people.recovery.proof')}</p>
            <PasswordField label={t('signing.password')} name="password" autoFocus />
            {making.failure !== undefined && <RefusedProof failure={making.failure} own />}
            <Line>
              <Button type="submit" loading={making.running}>
                {t('people.recovery.make')}
              </Button>
              <Button variant="subtle" disabled={making.running} onClick={onClose}>
                {t('common.cancel')}
              </Button>
            </Line>
          </Stack>
        </form>
      ) : (
        <Paper made={made} onClose={onClose} />
      )}
    </Modal>
  );
}

/** What goes on paper: the code, of which store, since when, where it belongs and how it is used. */
function Paper({ made: { code, at }, onClose }: { made: Made; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const session = useSession().data;
  const shown = useRef<HTMLParagraphElement>(null);
  const [isCopied, setCopied] = useState<boolean>();

  async function copy(): Promise<void> {
    // Where the page may not write to the clipboard, as in a window of its own, the keyboard can.
    if (shown.current !== null) window.getSelection()?.selectAllChildren(shown.current);
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }

  return (
    <Stack gap="sm" className={styles.paper ?? ''}>
      <h3>{t('people.recovery.paper', { store: session?.store.name ?? '' })}</h3>
      <Box
        component="p"
        p="md"
        bd="1px solid var(--l-hairline)"
        bg="var(--l-sunken)"
        ff="monospace"
        fz={22}
        fw={600}
        ta="center"
        style={{ borderRadius: 6, userSelect: 'all' }}
        ref={shown}
        data-autofocus
        tabIndex={-1}
      >
        {code}
      </Box>
      <p className="warning">{t('people.recovery.keep')}</p>
      <p>{t('people.recovery.use')}</p>
      <p className="muted">
        {t('people.recovery.madeOn', { at: localTimestamp(at, locale), by: session?.person.name ?? '' })}
      </p>
      <div className={styles.onScreen}>
        <Line>
          <Button onClick={() => window.print()}>{t('people.recovery.print')}</Button>
          <Button variant="default" onClick={() => void copy()}>
            {t('people.recovery.copy')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('people.recovery.done')}
          </Button>
        </Line>
        <p role="status" className="muted">
          {isCopied !== undefined && t(isCopied ? 'people.recovery.copied' : 'people.recovery.selected')}
        </p>
      </div>
    </Stack>
  );
}
