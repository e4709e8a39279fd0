import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SigningPerson } from '#renderer/client/index.ts';
import { goTo, statusPlace } from '#renderer/components/address.ts';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import type { Unit } from '#shared/kernel/unit.ts';
import { type Decided, useChangeStatus, usePreview, useReason, useWhereabouts } from './today.hooks.ts';

/** `letter` is what the status begins with that the goods are in. */
export type Deciding = Unit & { letter: string; statusTo: string };
type Props = { signer: SigningPerson; onClose: () => void };

/** Decides the status of a lot where it stands in the list: the whole of it, from the one status it is in. */
export function DecideDialog({ deciding, ...rest }: Props & { deciding: Deciding }): ReactNode {
  const { letter, statusTo, ...unit } = deciding;
  const { data } = useWhereabouts(unit);
  const statuses = new Set(data?.stock.map(({ status }) => status).filter((status) => status.startsWith(letter)));
  const [statusFrom, ...others] = statuses;
  const elsewhere = others.length > 0 ? deciding : undefined;
  useElsewhere(elsewhere);
  if (statusFrom === undefined || elsewhere !== undefined) return null;
  return <Prepared decided={{ ...unit, statusFrom, statusTo }} {...rest} />;
}

/** Which part of goods is meant, or why it is refused, is for the page of the decision to say. */
function useElsewhere(deciding: (Unit & { statusTo: string }) | undefined): void {
  useEffect(() => {
    if (deciding !== undefined) goTo(statusPlace(deciding, deciding.statusTo));
  }, [deciding]);
}

function Prepared({ decided, ...rest }: Props & { decided: Decided }): ReactNode {
  const { data } = usePreview(decided);
  const isRefused = data !== undefined && data.code !== '';
  useElsewhere(isRefused ? decided : undefined);
  if (data === undefined || isRefused) return null;
  return <Dialog decided={decided} quantity={data.quantity} meaning={data.meaning} {...rest} />;
}

type DialogProps = Props & { decided: Decided; quantity: string; meaning: string };

function Dialog({ decided, quantity, meaning, signer, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const reason = useReason(decided);
  const signing = useChangeStatus({ ...decided, location: '', quantity, reason: reason.value }, () => {
    reason.clear();
    onClose();
  });
  const { open } = signing;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- Once, when it is there: it is closed by its person.
  useEffect(open, []);
  const close = (): void => {
    signing.close();
    onClose();
  };
  return (
    <SignDialog
      title={t(`decisions.acts.${meaning === 'released' || meaning === 'rejected' ? meaning : 'performed'}`)}
      signing={{ ...signing, close }}
      signer={signer}
      reason={reason}
    />
  );
}
