import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, PlainDateText } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { PartnerLink, ProductLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import type { ListedApproval } from '#shared/suppliers/vocabulary.ts';
import { ApproveForm, type Approving } from './ApproveForm.tsx';

type About = Outputs['suppliers']['about'];
type Without = About['without'][number];
type Props = { of: { partner: string } | { product: string } };

/** What a partner is approved for, or who is approved for a product; and who delivered without. */
export function SuppliersOn({ of }: Props): ReactNode {
  const { t } = useTranslation();
  const maySay = useMay('masterData');
  const isOfPartner = 'partner' in of;
  const asked = useAsk(ask.suppliers.about.queryOptions({ input: of }));
  const [open, setOpen] = useState<Approving | undefined>(undefined);
  const blank = { partner: '', code: '', ...(isOfPartner ? { partner: of.partner } : { code: of.product }) };
  return (
    <Section
      title={t(isOfPartner ? 'suppliers.ofPartner' : 'suppliers.onPage')}
      actions={
        maySay &&
        open === undefined && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen({ ...blank, before: undefined })}>
            {t('suppliers.approve')}
          </Button>
        )
      }
    >
      {open !== undefined && <ApproveForm about={open} onDone={() => setOpen(undefined)} />}
      <Answer asked={asked}>
        {(about) => <Tables about={about} isOfPartner={isOfPartner} onChange={maySay ? setOpen : undefined} />}
      </Answer>
    </Section>
  );
}

type TablesProps = { about: About; isOfPartner: boolean; onChange: ((about: Approving) => void) | undefined };

function Tables({ about: { approvals, without }, isOfPartner, onChange }: TablesProps): ReactNode {
  const { t } = useTranslation();
  const approved = useApprovedColumns(isOfPartner, onChange);
  const missing: TableColumn<Without>[] = [
    isOfPartner
      ? { id: 'product', header: t('fields.product'), wide: true, cell: (row) => <ProductOf {...row} /> }
      : {
          id: 'partner',
          header: t('fields.supplier'),
          wide: true,
          cell: ({ partner }) => <PartnerLink code={partner} />,
        },
    { id: 'receipts', header: t('suppliers.receipts'), figure: true, cell: ({ receipts }) => receipts },
    { id: 'lastAt', header: t('suppliers.lastAt'), cell: ({ lastAt }) => <MomentText at={lastAt} /> },
  ];
  return (
    <>
      {approvals.length === 0 ? (
        <p className="muted">{t('suppliers.none')}</p>
      ) : (
        <DataTable label={t('suppliers.onPage')} rows={approvals} columns={approved} empty={null} />
      )}
      {without.length > 0 && (
        <>
          <p>
            <Badge tone="quarantine" icon="warning">
              {t('suppliers.without')}
            </Badge>
          </p>
          <DataTable label={t('suppliers.without')} rows={without} columns={missing} empty={null} />
        </>
      )}
    </>
  );
}

const ProductOf = ({ product, name }: Without): ReactNode => (
  <>
    <ProductLink code={product} /> {name}
  </>
);

function useApprovedColumns(
  isOfPartner: boolean,
  onChange: ((about: Approving) => void) | undefined,
): TableColumn<ListedApproval>[] {
  const { t } = useTranslation();
  return [
    isOfPartner
      ? {
          id: 'code',
          header: t('suppliers.code'),
          cell: ({ level, code, name }) =>
            level === 'product' ? (
              <>
                <ProductLink code={code} /> {name}
              </>
            ) : (
              `${t('suppliers.levels.category')} ${code}`
            ),
        }
      : {
          id: 'partner',
          header: t('fields.supplier'),
          cell: ({ partner, partnerName }) => (
            <>
              <PartnerLink code={partner} /> {partnerName}
            </>
          ),
        },
    {
      id: 'status',
      header: t('suppliers.status'),
      cell: ({ status }) => (
        <Badge tone={({ approved: 'released', conditional: 'quarantine', blocked: 'rejected' } as const)[status]}>
          {t(`suppliers.statuses.${status}`)}
        </Badge>
      ),
    },
    { id: 'standing', header: t('suppliers.standing'), cell: ({ standing }) => t(`suppliers.standings.${standing}`) },
    {
      id: 'validFrom',
      header: t('suppliers.validFrom'),
      cell: ({ validFrom }) => <PlainDateText date={validFrom} />,
    },
    {
      id: 'validUntil',
      header: t('suppliers.validUntil'),
      cell: ({ validUntil }) => (validUntil === '' ? '–' : <PlainDateText date={validUntil} />),
    },
    { id: 'reason', header: t('audit.fields.reason'), wide: true, cell: ({ reason }) => reason },
    ...(onChange === undefined
      ? []
      : [
          {
            id: 'acts',
            header: '',
            cell: (row: ListedApproval) => (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('suppliers.changeOf', { partner: row.partner, code: row.code })}
                onClick={() => onChange({ partner: row.partner, code: row.code, before: row })}
              >
                {t('suppliers.change')}
              </Button>
            ),
          },
        ]),
  ];
}
