import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, StatusBadge } from '#renderer/components/Badge.tsx';
import { PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import { Facts, Line } from '#renderer/components/layout.tsx';
import { PartnerLink } from '#renderer/components/links.tsx';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { compareText } from '#shared/kernel/unit.ts';
import type { UnitPage } from './dossier.hooks.ts';
import styles from './dossier.module.css';

/** The answers at the head of the page: status by place, how much, dates, and whose lot it was. */
export function UnitHead({ page, unitOfMeasure }: { page: UnitPage; unitOfMeasure: string }): ReactNode {
  const { t } = useTranslation();
  const statuses = byStatus(page.stock);
  const total = sum(page.stock.map((row) => row.quantity));
  const expired = page.expiresOn !== '' && page.expiresOn < today();
  const date = (value: string) =>
    value === '' ? <span className="muted">{t('common.unknown')}</span> : <PlainDateText date={value} />;
  const none = <span className="muted">{t('common.none')}</span>;
  const supplier = <PartnerLink code={page.supplier} />;
  const supplierLot = <span className="mono">{page.supplierLot}</span>;
  return (
    <>
      <Line>
        {page.stock.length === 0 && <Badge tone="neutral">{t('dossier.nothingOnHand')}</Badge>}
        {statuses.map(({ status, quantity, places }) => (
          <span key={status} className={styles.status}>
            <StatusBadge status={status} />
            <span>
              <Quantity value={quantity} unit={unitOfMeasure} /> <span className="muted">{places.join(', ')}</span>
            </span>
          </span>
        ))}
        {expired && (
          <Badge tone="rejected" icon="clock">
            {t('dossier.expired')}
          </Badge>
        )}
      </Line>
      <Facts
        facts={[
          [t('dossier.onHand'), <Quantity key="onHand" value={total} unit={unitOfMeasure} />],
          [t('dossier.expiresOn'), date(page.expiresOn)],
          [t('dossier.useByOn'), date(page.useByOn)],
          [t('dossier.retestOn'), date(page.retestOn)],
          [t('dossier.manufacturedOn'), date(page.manufacturedOn)],
          [t('fields.supplier'), page.supplier === '' ? none : supplier],
          [t('fields.supplierLot'), page.supplierLot === '' ? none : supplierLot],
        ]}
      />
    </>
  );
}

type StatusLine = { status: string; quantity: string; places: readonly string[] };

/** What lies here in each status, and at which places; the first few places by name. */
function byStatus(stock: UnitPage['stock']): readonly StatusLine[] {
  const statuses = [...new Set(stock.map((row) => row.status))].sort(compareText);
  return statuses.map((status) => {
    const rows = stock.filter((row) => row.status === status);
    const places = [...new Set(rows.map((row) => row.location))];
    const named = places.slice(0, 3);
    return {
      status,
      quantity: sum(rows.map((row) => row.quantity)),
      places: places.length > named.length ? [...named, '…'] : named,
    };
  });
}

const sum = (quantities: readonly string[]): string =>
  formatQuantity(quantities.reduce((total, quantity) => total + (parseQuantity(quantity) ?? 0n), 0n));

/** Today where the person sits, as a plain date. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
