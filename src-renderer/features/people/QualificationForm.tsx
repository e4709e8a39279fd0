import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDraft } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { today } from '#renderer/components/figures.tsx';
import { Line } from '#renderer/components/layout.tsx';
import type { Qualification } from '#shared/people/contract.ts';
import { authorisable } from '#shared/people/vocabulary.ts';
import { ChangeRefused } from './changeParts.tsx';
import { useAuthorise } from './people.hooks.ts';
import styles from './people.module.css';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';

const typed = z.object({ subject: z.enum(authorisable), from: z.string(), until: z.string(), note: z.string() });

type Props = { user: string; before: Qualification | undefined; onDone: () => void };

/** Records for what and until when a person is authorised. What was before stays in the history. */
export function QualificationForm({ user, before, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const authorising = useAuthorise();
  const { subject, from, until, note } = before ?? { subject: authorisable[0], from: today(), until: '', note: '' };
  const draft = useDraft<z.infer<typeof typed>>(
    `authorisation ${user} ${before?.subject ?? 'new'}`,
    { subject, from, until, note },
    typed,
  );
  const value = draft.value;
  const endsBefore = value.until !== '' && value.until < value.from;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (value.from === '' || endsBefore) return;
    if ((await authorising.run({ user, ...value })) === undefined) return;
    draft.clear();
    onDone();
  }

  function leave(): void {
    draft.clear();
    onDone();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={submitOnCtrlEnter}>
      <DraftNotice draft={draft} />
      <div className={styles.sideBySide}>
        <NativeSelect
          label={t('people.subject')}
          disabled={before !== undefined}
          value={value.subject}
          data={authorisable.map((one) => ({ value: one, label: t(`people.permissions.${one}`) }))}
          onChange={(event) => {
            const chosen = authorisable.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) draft.set({ ...value, subject: chosen });
          }}
        />
        <TextInput
          type="date"
          label={t('people.from')}
          required
          withAsterisk={false}
          value={value.from}
          onChange={(event) => draft.set({ ...value, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('people.until')}
          description={t('people.untilHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={endsBefore ? t('people.endsBefore') : undefined}
          value={value.until}
          onChange={(event) => draft.set({ ...value, until: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('people.note')}
        placeholder={t('people.notePlaceholder')}
        autoComplete="off"
        value={value.note}
        onChange={(event) => draft.set({ ...value, note: event.currentTarget.value })}
      />
      {authorising.failure !== undefined && <ChangeRefused failure={authorising.failure} />}
      <Line>
        <Button type="submit" loading={authorising.running} disabled={value.from === '' || endsBefore}>
          {t('people.save')}
        </Button>
        <Button variant="subtle" color="accent" onClick={leave}>
          {t('common.cancel')}
        </Button>
      </Line>
    </form>
  );
}
