import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type SigningPerson, useSigner } from '#renderer/client/index.ts';
import { unitAddress } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { StatusChoice } from './StatusChoice.tsx';
import { StatusConsequence } from './StatusConsequence.tsx';
import { type StatusSearch, useStock, useUnitOfMeasure } from './status.hooks.ts';

type Props = ScreenProps<StatusSearch>;

/** Decides the status of a lot or serial: which part of it, what it becomes, what that changes, and the signature. */
export function StatusScreen(props: Props): ReactNode {
  const { t } = useTranslation();
  const { search } = props;
  const signer = useSigner();
  const number =
    search.serial === '' ? [search.lot, search.sublot].filter((part) => part !== '').join(' / ') : search.serial;
  return (
    <Page
      title={t(search.serial === '' ? 'decisions.title' : 'decisions.serialTitle')}
      kind={`${search.product} · ${number}`}
      actions={<a href={unitAddress(search)}>{t('decisions.back', { unit: number })}</a>}
    >
      {signer !== undefined && <Deciding {...props} signer={signer} />}
    </Page>
  );
}

function Deciding({ search, setSearch, signer }: Props & { signer: SigningPerson }): ReactNode {
  const { t } = useTranslation();
  const asked = useStock({ product: search.product, lot: search.lot, sublot: search.sublot, serial: search.serial });
  const unitOfMeasure = useUnitOfMeasure(search.product);
  if (signer.isOwner) return <NeedsPeople demo={signer.demo} />;
  if (!signer.permissions.includes('status')) return <EmptyState title={t('signing.mayNot')} />;
  return (
    <Answer asked={asked}>
      {({ unit, stock }) => {
        if (stock.length === 0) return <EmptyState title={t('decisions.nothing')} />;
        const statuses = [...new Set(stock.map(({ status }) => status))].sort();
        const [only = ''] = statuses;
        const statusFrom = statuses.includes(search.from) ? search.from : statuses.length === 1 ? only : '';
        const decided = { ...unit, statusFrom, statusTo: search.to, location: search.location };
        return (
          <>
            <StatusChoice
              stock={stock}
              statuses={statuses}
              decided={decided}
              unitOfMeasure={unitOfMeasure}
              setSearch={setSearch}
            />
            <StatusConsequence decided={decided} signer={signer} />
          </>
        );
      }}
    </Answer>
  );
}
