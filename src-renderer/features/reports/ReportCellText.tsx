import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entryPlace } from '#renderer/components/address.ts';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { MomentText, PlainDateText, Quantity, useLocale } from '#renderer/components/figures.tsx';
import { Link, ProductLink, PartnerLink, DocumentLink } from '#renderer/components/links.tsx';
import { mendColumn, mendingScreens } from '#shared/reports/mending.ts';
import type { ReportCell, ReportKind } from '#shared/kernel/reportModel.ts';

/** What has a page is a link to it, by the column it stands in. */
const pages: Readonly<Record<string, (code: string) => ReactNode>> = {
  product: (code) => <ProductLink code={code} />,
  partner: (code) => <PartnerLink code={code} />,
  document: (number) => <DocumentLink number={number} />,
};

type Props = { name: string; kind: ReportKind; value: ReportCell };

/** A value of a report for the eye, by the kind of its column. */
export function ReportCellText({ name, kind, value }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (value === null) return null;
  if (typeof value === 'object') return <Quantity value={value.amount} unit={value.unit} />;
  if (typeof value === 'number') {
    if (name === 'entry') return <Link {...entryPlace(value)}>{value}</Link>;
    return value.toLocaleString(locale, kind === 'percent' ? { style: 'percent', maximumFractionDigits: 2 } : {});
  }
  if (kind === 'date') return <PlainDateText date={value} />;
  if (kind === 'dateTime') return <MomentText at={value} />;
  if (kind === 'status') return <StatusBadge status={value} />;
  if (kind === 'code') return pages[name]?.(value) ?? <span className="mono">{value}</span>;
  if (name === mendColumn) {
    // A report has words: they lead to the screen they name.
    const screen = Object.values(mendingScreens).find(({ text }) => t(text) === value);
    if (screen !== undefined) return <Link to={screen.path}>{value}</Link>;
  }
  return value;
}
