import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Asked, ask, useAsk, useSigner } from '#renderer/client/index.ts';
import { goTo, unitPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { Page } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { lots } from '#shared/lots/contract.ts';

type LotDates = Outputs['lots']['getDates'];
type LotNamed = { product: string; lot: string; sublot: string };

/** Gives a lot other dates: which, from which day to which, and the signature. */
export function DatesScreen({ search }: ScreenProps<LotNamed>): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const asked = useDates(search);
  const { lot, sublot } = search;
  const number = [lot, sublot].filter(Boolean).join(' / ');
  return (
    <Page
      title={t('lots.dates.title')}
      kind={number}
      actions={<Link {...unitPlace({ ...search, serial: '' })}>{t('lots.dates.back', { lot: number })}</Link>}
    >
      {signer?.isOwner === true && <NeedsPeople demo={signer.demo} />}
      {signer?.isOwner === false &&
        (signer.permissions.includes('status') ? (
          <Answer asked={asked}>{(dates) => <DatesForm dates={dates} />}</Answer>
        ) : (
          <EmptyState title={t('signing.mayNot')} />
        ))}
    </Page>
  );
}

const useDates = (input: LotNamed): Asked<LotDates> =>
  useAsk({
    ...ask.lots.getDates.queryOptions({ input }),
    // What is compared and signed is what was read; another version is shown when it is asked for.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

function DatesForm({ dates }: { dates: LotDates }): ReactNode {
  const { t } = useTranslation();
  const { product, lot, sublot } = dates;
  return (
    <SignedForm
      name="lots.changeDates"
      operation={lots.changeDates}
      call={api.lots.changeDates}
      title="lots.dates.title"
      record={dates}
      fields={[{ note: <p className="muted">{t('lots.dates.note')}</p>, fields }]}
      changes
      draft={`dates ${product} ${lot} ${sublot}`}
      send={({ version }, changed) => ({ product, lot, sublot, version, dates: changed })}
      onDone={() => goTo(unitPlace({ product, lot, sublot, serial: '' }), { instead: true })}
    />
  );
}

const fields = [
  { kind: 'date', name: 'expiresOn', label: 'audit.fields.expiresOn', help: 'lots.dates.expiryHelp' },
  { kind: 'date', name: 'bestBeforeOn', label: 'audit.fields.bestBeforeOn' },
  { kind: 'date', name: 'useByOn', label: 'audit.fields.useByOn' },
  { kind: 'date', name: 'retestOn', label: 'audit.fields.retestOn' },
] as const satisfies FormParts<LotDates>;
