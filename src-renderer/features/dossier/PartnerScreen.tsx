import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { historyPlace } from '#renderer/components/address.ts';
import { LinkButton } from '#renderer/components/links.tsx';
import { Facts, Page, Section } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { useMay } from '#renderer/client/index.ts';
import { PlainDateText } from '#renderer/components/figures.tsx';
import { isSupplier } from '#shared/partners/roles.ts';
import { type Partner, useDealings, useGot, usePartner } from './dossier.hooks.ts';
import { FilesOn } from './FilesOn.tsx';
import { MovementTable } from './MovementTable.tsx';
import { SuppliersOn } from './SuppliersOn.tsx';

type Search = { code: string; offset: number };

/** A supplier or customer: how to reach it, what it delivered and what it got. */
export function PartnerScreen({ search, setSearch }: ScreenProps<Search>): ReactNode {
  const { t } = useTranslation();
  const asked = usePartner(search.code);
  const mayChange = useMay('masterData');
  const roles = asked.data?.roles.map((role) => t(`partners.roles.${role}`)).join(', ') ?? '';
  return (
    <Page
      kind={`${roles === '' ? t('dossier.partnerTitle') : roles} · ${search.code}`}
      title={asked.data?.name || search.code}
      actions={
        <>
          {mayChange && asked.data && (
            <LinkButton to="/partner/edit" search={{ code: search.code }} variant="default">
              {t('products.edit')}
            </LinkButton>
          )}
          <LinkButton {...historyPlace('partner', [search.code])} variant="default">
            {t('audit.history')}
          </LinkButton>
        </>
      }
    >
      <Answer asked={asked}>
        {(partner) =>
          partner === null ? (
            <EmptyState title={t('dossier.noPartner', { code: search.code })} />
          ) : (
            <>
              <Reach partner={partner} />
              {isSupplier(partner.kind) && <SuppliersOn of={{ partner: partner.code }} />}
              <FilesOn owner={{ partner: partner.code }} />
              <Dealings partner={partner} offset={search.offset} onOffset={(offset) => setSearch({ offset })} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

const mail = (address: string): ReactNode => <a href={`mailto:${address}`}>{address}</a>;
const telephone = (number: string): ReactNode => <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a>;

function Reach({ partner }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  const { email, phone, address, country, gln, contactName, contactPhone, contactEmail, contactHours } = partner;
  const { leastLifeDays, inactiveFrom } = partner;
  const known = (value: string, shown: ReactNode = value): ReactNode =>
    value === '' ? <span className="muted">{t('common.unknown')}</span> : shown;
  return (
    <Facts
      facts={[
        [t('dossier.email'), known(email, mail(email))],
        [t('dossier.phone'), known(phone, telephone(phone))],
        [t('dossier.address'), known(address)],
        [t('dossier.country'), known(country)],
        [t('dossier.gln'), known(gln)],
        ...(contactName === '' ? [] : [[t('audit.fields.contactName'), contactName] as const]),
        ...(contactPhone === '' ? [] : [[t('audit.fields.contactPhone'), telephone(contactPhone)] as const]),
        ...(contactEmail === '' ? [] : [[t('audit.fields.contactEmail'), mail(contactEmail)] as const]),
        ...(contactHours === '' ? [] : [[t('audit.fields.contactHours'), contactHours] as const]),
        ...(leastLifeDays === null
          ? []
          : [[t('audit.fields.leastLifeDays'), t('dossier.days', { count: leastLifeDays })] as const]),
        ...(inactiveFrom === ''
          ? []
          : [[t('audit.fields.inactiveFrom'), <PlainDateText key="date" date={inactiveFrom} />] as const]),
      ]}
    />
  );
}

type DealingsProps = { partner: Partner; offset: number; onOffset: (offset: number) => void };

/** What came from it and what went to it, newest first. */
function Dealings({ partner, offset, onOffset }: DealingsProps): ReactNode {
  const { t } = useTranslation();
  const asked = useDealings(partner.code, offset);
  const title = t(`dossier.dealings.${partner.kind}`);
  return (
    <Section title={title} actions={<RecallGot partner={partner.code} />}>
      <Answer asked={asked}>
        {(movements) => (
          <MovementTable
            label={title}
            movements={movements}
            offset={offset}
            leaveOut={['partner']}
            onOffset={onOffset}
            empty={t('dossier.noDealings')}
          />
        )}
      </Answer>
    </Section>
  );
}

/** The recall of the lots and serials that went to it last. */
function RecallGot({ partner }: { partner: string }): ReactNode {
  const { t } = useTranslation();
  const mayRecall = useMay('recall');
  const got = useGot(partner);
  if (!mayRecall || got.length === 0) return null;
  return (
    <LinkButton to="/recall" search={{ suspects: got }} size="compact-sm" variant="default">
      {t('dossier.recallGot')}
    </LinkButton>
  );
}
