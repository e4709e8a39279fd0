import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts, Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { usePartner } from './dossier.hooks.ts';

/** A supplier or customer: who it is and how to reach it. */
export function PartnerScreen({ search }: ScreenProps<{ code: string }>): ReactNode {
  const { t } = useTranslation();
  const asked = usePartner(search.code);
  const known = (value: string): ReactNode =>
    value === '' ? <span className="muted">{t('common.unknown')}</span> : value;
  return (
    <Page code kind={t('dossier.partnerTitle')} title={search.code}>
      <Answer asked={asked}>
        {(partner) =>
          partner === null ? (
            <EmptyState title={t('dossier.noPartner', { code: search.code })} />
          ) : (
            <Facts
              facts={[
                [t('fields.name'), partner.name],
                [t('dossier.partnerTitle'), t(`dossier.kinds.${partner.kind}`)],
                [t('dossier.country'), known(partner.country)],
                [t('dossier.email'), known(partner.email)],
                [t('dossier.phone'), known(partner.phone)],
                [t('dossier.address'), known(partner.address)],
                [t('dossier.gln'), known(partner.gln)],
              ]}
            />
          )
        }
      </Answer>
    </Page>
  );
}
