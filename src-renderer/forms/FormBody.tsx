import { Button, Fieldset, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import type { AnyField, TextKey } from '#renderer/components/form/field.ts';
import { FormField } from '#renderer/components/form/FormField.tsx';
import { Columns, Line } from '#renderer/components/layout.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';
import { FormFoot } from './FormFoot.tsx';
import type { RecordFormState } from './useRecordForm.ts';
import type { Refused } from './useRefusal.ts';

/** What is around the fields of every form. */
export type FormFrame<R> = {
  /** What the button says. */
  action?: TextKey;
  /** For what cannot be undone by the next change. */
  isDangerous?: boolean;
  onCancel?: () => void;
  /** Above the fields. */
  children?: ReactNode;
  /** Below the fields: what would come of what is typed. */
  summary?: (values: R, changed: Partial<R>) => ReactNode;
  /** Draws a refusal that no field tells; undefined draws it as everywhere. */
  drawFailure?: (failure: Failure) => ReactNode;
};

type Props = {
  form: RecordFormState;
  frame: Omit<FormFrame<never>, 'summary'>;
  summary: ReactNode;
  refused: Refused;
  running: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Shows what is recorded now, below what was typed. */
  onLookAgain: () => void;
};

/** A form as it is drawn: what is back of a draft, the fields, what is wrong, and the buttons. */
export function FormBody({ form, frame, summary, refused, running, onSubmit, onLookAgain }: Props): ReactNode {
  const { t } = useTranslation();
  const failure = refused.above;
  const { draft, parts, now, phase, isDifferent, reason } = form;
  const { action = 'forms.save', isDangerous = false, onCancel, children, drawFailure } = frame;
  const isInSections = parts.some((part) => 'fields' in part && part.legend !== undefined);
  const draw = (field: AnyField, isBeside = false): ReactNode =>
    now.read.present.includes(field) && (
      <FormField
        key={field.name}
        field={field}
        shown={{
          ...form.shown(field),
          refusal: refused.at(field.name),
          readOnly: running,
          isBeside,
          ...(running ? { set: ignore } : {}),
        }}
      />
    );
  const drawn = parts.map((part, index) =>
    !('fields' in part) ? (
      draw(part)
    ) : part.legend === undefined ? (
      <Group key={index} grow align="flex-start" wrap="nowrap" gap="sm">
        {part.fields.map((field) => draw(field, true))}
      </Group>
    ) : (
      <Fieldset key={part.legend} variant="unstyled" legend={t(part.legend)}>
        <Stack gap="sm">
          {part.note}
          {part.fields.map((field) => draw(field))}
        </Stack>
      </Fieldset>
    ),
  );
  return (
    <form onSubmit={onSubmit} onKeyDown={submitOnCtrlEnter} noValidate autoComplete="off">
      <Stack gap="sm" {...(isInSections ? {} : { maw: 480 })}>
        <DraftNotice draft={draft} />
        {children}
        {isInSections ? <Columns min={280}>{drawn}</Columns> : drawn}
        {summary}
        {reason !== undefined && (isDifferent || form.values[reason.name] !== '') && draw(reason)}
        {!isDifferent && phase !== 'done' && <p className="muted">{t('forms.nothingChanged')}</p>}
        {failure !== undefined && (drawFailure?.(failure) ?? <FailureState failure={failure} />)}
        {failure?.code === 'RECORD_CHANGED' && (
          <Line>
            <Button variant="default" onClick={onLookAgain}>
              {t('forms.loadAgain')}
            </Button>
          </Line>
        )}
        <FormFoot
          action={action}
          isDangerous={isDangerous}
          running={running}
          disabled={!isDifferent}
          isDone={phase === 'done'}
          onCancel={leaveWith(draft, onCancel)}
        />
      </Stack>
    </form>
  );
}

/** Who leaves a form gives up what was typed. */
export const leaveWith = (draft: { clear: () => void }, onCancel: (() => void) | undefined): (() => void) | undefined =>
  onCancel &&
  (() => {
    draft.clear();
    onCancel();
  });

/** What is on its way stays as it was sent. */
const ignore = (): void => undefined;
