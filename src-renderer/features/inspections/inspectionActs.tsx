import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, useDraft, useMay, useSigner, useSigning } from '#renderer/client/index.ts';
import { goTo, inspectionPlace } from '#renderer/components/address.ts';
import { localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FieldGroup } from '#renderer/components/form/field.ts';
import type { FormParts } from '#renderer/forms/values.ts';
import { inspections } from '#shared/inspections/contract.ts';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';

const typedReason = z.string();
type Shown = { shown: InspectionShown };

const namedBy = ({ inspection, reinspection }: InspectionShown) => ({ inspection, reinspection });
export const codeOf = ({ inspection, reinspection }: { inspection: string; reinspection: number }): string =>
  reinspection === 0 ? inspection : `${inspection}/${reinspection}`;

/** What follows from the readings: one act where they say it, and a form for whatever else is decided. */
export function Decide({ shown }: Shown): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const mayDecide = useMay('status');
  const [isOpen, setOpen] = useState(false);
  if (shown.state !== 'open') return null;
  const amount = (text: string): string => `${localQuantity(text, locale)} ${shown.unitOfMeasure}`;
  const numbers = { accept: amount(shown.mayAccept), reject: amount(shown.mustReject) };
  return (
    <Section title={t('inspections.work.decide')}>
      <p>
        {shown.proposal === 'open'
          ? t('inspections.work.decideOpen', { ...numbers, done: shown.done, wanted: shown.wanted })
          : t('inspections.work.decideLead', numbers)}
      </p>
      {shown.isDecidedByAnother && <p className="muted">{t('inspections.work.byAnother')}</p>}
      {mayDecide && (
        <Line>
          {shown.proposal !== 'open' && !isOpen && <AsRead shown={shown} />}
          {!isOpen && (
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('inspections.work.decideOtherwise')}
            </Button>
          )}
        </Line>
      )}
      {isOpen && <Otherwise shown={shown} onDone={() => setOpen(false)} />}
    </Section>
  );
}

/** Signs what the readings say. */
function AsRead({ shown }: Shown): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const reason = useDraft(`decision of ${codeOf(shown)}`, t('inspections.work.byReadings'), typedReason);
  const { mayAccept: accepted, mustReject: rejected } = shown;
  const signing = useSigning('inspections.decide', api.inspections.decide, {
    input: { ...namedBy(shown), accepted, rejected, reason: reason.value },
    onSigned() {
      reason.clear();
      tell(t('inspections.work.decided', { accepted, rejected }));
    },
  });
  const parts = [
    ...(accepted === '0' ? [] : [t('inspections.work.acceptSome', { quantity: localQuantity(accepted, locale) })]),
    ...(rejected === '0' ? [] : [t('inspections.work.rejectSome', { quantity: localQuantity(rejected, locale) })]),
  ];
  return <SignedButton text={parts.join(', ')} signing={signing} reason={reason} variant="filled" />;
}

type Typed = {
  accepted: string;
  rejected: string;
  statusAccepted: string;
  statusRejected: string;
  acceptedSerials: string;
  rejectedSerials: string;
  isOverride: boolean;
  movesLater: boolean;
};

const serialFields: FieldGroup<Typed> = {
  fields: [
    {
      ...{ kind: 'longText', rows: 2, name: 'rejectedSerials' },
      ...{ label: 'inspections.work.rejectedSerials', help: 'inspections.work.serialsHelp' },
    },
    {
      ...{ kind: 'longText', rows: 2, name: 'acceptedSerials' },
      ...{ label: 'inspections.work.acceptedSerials', help: 'inspections.work.serialsHelp' },
    },
  ],
};

const serialsIn = (text: string): string[] => text.split(/[\s,;]+/u).filter((one) => one !== '');

/** Decides a part, or other than the readings say. */
function Otherwise({ shown, onDone }: Shown & { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const hasSerials = shown.serials.length > 0;
  const record: Typed = {
    ...{ accepted: shown.mayAccept, rejected: shown.mustReject, statusAccepted: 'A', statusRejected: 'R' },
    ...{ acceptedSerials: '', rejectedSerials: '', isOverride: false, movesLater: false },
  };
  const fields: FormParts<Typed> = [
    {
      fields: [
        { kind: 'decimal', name: 'accepted', label: 'inspections.work.accepted', unit: shown.unitOfMeasure },
        { kind: 'code', name: 'statusAccepted', label: 'inspections.work.statusAccepted' },
      ],
    },
    {
      fields: [
        { kind: 'decimal', name: 'rejected', label: 'inspections.work.rejected', unit: shown.unitOfMeasure },
        { kind: 'code', name: 'statusRejected', label: 'inspections.work.statusRejected' },
      ],
    },
    ...(hasSerials ? [serialFields] : []),
    {
      fields: [
        { kind: 'flag', name: 'isOverride', label: 'inspections.work.isOverride' },
        { kind: 'flag', name: 'movesLater', label: 'inspections.work.movesLater' },
      ],
    },
  ];
  if (signer === undefined) return null;
  if (signer.isOwner) return <NeedsPeople demo={signer.demo} />;
  return (
    <Panel label={t('inspections.work.decideOtherwise')} mt="sm">
      <SignedForm
        name="inspections.decide"
        operation={inspections.decide}
        call={api.inspections.decide}
        title="inspections.work.decide"
        record={record}
        fields={fields}
        draft={`decision by hand of ${codeOf(shown)}`}
        send={({ acceptedSerials, rejectedSerials, ...said }) => ({
          ...{ ...said, ...namedBy(shown) },
          acceptedSerials: serialsIn(acceptedSerials),
          rejectedSerials: serialsIn(rejectedSerials),
        })}
        onDone={onDone}
        onCancel={onDone}
      />
    </Panel>
  );
}

/** The other acts on an inspection: giving it up, or inspecting what was rejected again. */
export function Acts({ shown }: Shown): ReactNode {
  const mayDecide = useMay('status');
  if (!mayDecide) return null;
  const isLast = shown.reinspection === shown.last;
  return (
    <>
      {shown.state === 'open' && shown.decisions.length === 0 && <GiveUp shown={shown} />}
      {shown.state === 'decided' && isLast && shown.rejected !== '0' && <Again shown={shown} />}
    </>
  );
}

function GiveUp({ shown }: Shown): ReactNode {
  const { t } = useTranslation();
  const reason = useDraft(`giving up of ${codeOf(shown)}`, '', typedReason);
  const signing = useSigning('inspections.withdraw', api.inspections.withdraw, {
    input: { ...namedBy(shown), reason: reason.value },
    onSigned() {
      reason.clear();
      tell(t('inspections.work.withdrawn', { inspection: codeOf(shown) }));
    },
  });
  return <SignedButton text={t('inspections.work.withdraw')} signing={signing} reason={reason} />;
}

function Again({ shown }: Shown): ReactNode {
  const { t } = useTranslation();
  const reason = useDraft(`another inspection of ${codeOf(shown)}`, '', typedReason);
  const signing = useSigning('inspections.reinspect', api.inspections.reinspect, {
    input: { ...namedBy(shown), reason: reason.value },
    onSigned(again) {
      reason.clear();
      tell(t('inspections.work.opened', { inspection: codeOf(again) }));
      goTo(inspectionPlace(codeOf(again)));
    },
  });
  return <SignedButton text={t('inspections.work.reinspect')} signing={signing} reason={reason} />;
}

/** Moves what was decided and left where it was. */
export function MoveDecided({ shown, tranche }: Shown & { tranche: number }): ReactNode {
  const { t } = useTranslation();
  const reason = useDraft(`moving of ${codeOf(shown)} ${tranche}`, '', typedReason);
  const signing = useSigning('inspections.moveDecided', api.inspections.moveDecided, {
    input: { ...namedBy(shown), tranche, reason: reason.value },
    onSigned() {
      reason.clear();
      tell(t('inspections.work.movedNow'));
    },
  });
  return <SignedButton text={t('inspections.work.move')} signing={signing} reason={reason} small />;
}

/** Opens what is read before it is signed. */
export function SignedButton({
  text,
  signing,
  reason,
  small = false,
  variant = 'default',
}: {
  text: string;
  signing: ReturnType<typeof useSigning>;
  reason: ReturnType<typeof useDraft<string>>;
  small?: boolean;
  variant?: 'default' | 'filled';
}): ReactNode {
  const signer = useSigner();
  if (signer === undefined) return null;
  return (
    <>
      <Button variant={variant} size={small ? 'compact-xs' : 'sm'} onClick={signing.open}>
        {text}
      </Button>
      <SignDialog
        title={text}
        signing={signing}
        signer={signer}
        reason={reason}
        choice={signer.isOwner ? <NeedsPeople demo={signer.demo} /> : undefined}
        isAsked={!signer.isOwner}
      />
    </>
  );
}
