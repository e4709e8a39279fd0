import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SigningPerson } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Facts, Line } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { Answer, EmptyState, type FailureShown } from '#renderer/components/states.tsx';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { isStatus } from '#shared/kernel/status.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { DecisionChoice } from './DecisionChoice.tsx';
import { type Chosen, type Decision, type Preview, useDecision } from './useDecision.ts';

type Props = {
  /** The lot or serial it is about. */
  unit: Unit;
  unitOfMeasure: string;
  signer: SigningPerson;
  isOpen: boolean;
  /** What is chosen so far, kept by the page: an address may begin with a decision. */
  asked: Chosen;
  onChoose: (change: Partial<Chosen>) => void;
  /** It was signed, or left. */
  onClose: () => void;
};

/** Decides the status of a lot or serial in the dialog that signs it: which part, what it becomes, what that changes. */
export function DecisionDialog({ unit, unitOfMeasure, signer, isOpen, asked, onChoose, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const decision = useDecision({ unit, asked, isOpen, onDecided: onClose });
  const { stock, holds, statuses, chosen, preview, reason, signing } = decision;
  const obstacle = signer.isOwner ? (
    <NeedsPeople demo={signer.demo} />
  ) : !signer.permissions.includes('status') ? (
    <EmptyState title={t('signing.mayNot')} />
  ) : stock.data?.stock.length === 0 ? (
    <EmptyState title={t('decisions.nothing')} />
  ) : undefined;
  return (
    <SignDialog
      title={t(unit.serial === '' ? 'decisions.title' : 'decisions.serialTitle', {
        lot: unit.lot,
        serial: unit.serial,
      })}
      signing={{
        ...signing,
        isOpen,
        close() {
          signing.close();
          onClose();
        },
      }}
      signer={signer}
      reason={reason}
      choice={
        obstacle ?? (
          <Answer asked={stock}>
            {(answer) => (
              <>
                <HoldsStay holds={holds} />
                <DecisionChoice
                  stock={answer.stock}
                  statuses={statuses}
                  chosen={chosen}
                  unitOfMeasure={unitOfMeasure}
                  onChoose={onChoose}
                />
              </>
            )}
          </Answer>
        )
      }
      isAsked={obstacle === undefined && stock.data !== undefined && isStatus(chosen.from) && isStatus(chosen.to)}
      refusal={refusalOf(preview)}
    >
      {preview.data !== undefined && <Consequence preview={preview.data} />}
      <DraftNotice draft={reason} />
    </SignDialog>
  );
}

/** A hold lies on top of the status: who releases goods that are on hold reads that they stay where they are. */
function HoldsStay({ holds }: Pick<Decision, 'holds'>): ReactNode {
  const { t } = useTranslation();
  return holds.map(({ number, reason, isPart }) => (
    <Line key={number}>
      <Icon name="lock" /> {t(isPart ? 'decisions.partHoldStays' : 'decisions.holdStays', { number, reason })}
    </Line>
  ));
}

/** Why it cannot be decided so, or not be read what it would change. */
function refusalOf({ data, failure }: Decision['preview']): FailureShown | undefined {
  if (data === undefined || data.code === '') return failure;
  // The host names a code of the closed list.
  return { kind: 'refused', code: data.code as ErrorCode, message: data.message };
}

/** What of it is not in the sentence: how much lies where, how many serials, and that it takes two. */
function Consequence({ preview }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { unitOfMeasure, serials, places, needsWitness } = preview;
  const inOrder = places.toSorted((a, b) => compareCodes(a.location, b.location));
  const shown = inOrder
    .slice(0, mostPlaces)
    .map(({ location, quantity }) => `${location} ${localQuantity(quantity, locale)} ${unitOfMeasure}`);
  const facts = [
    ...(places.length > 1
      ? [[t('decisions.places'), [...shown, ...(places.length > mostPlaces ? ['…'] : [])].join(' · ')] as const]
      : []),
    ...(serials > 0 ? [[t('decisions.serials'), localQuantity(String(serials), locale)] as const] : []),
  ];
  return (
    <>
      {facts.length > 0 && <Facts facts={facts} />}
      {needsWitness && (
        <Line>
          <Icon name="warning" /> {t('decisions.two')}
        </Line>
      )}
    </>
  );
}

/** So many locations are named; all of them stand on the page of the goods. */
const mostPlaces = 6;
