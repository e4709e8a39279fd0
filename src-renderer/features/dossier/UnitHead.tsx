import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerPart, Answers, Figure } from '#renderer/components/answers.tsx';
import { Badge, StockStatus } from '#renderer/components/Badge.tsx';
import { formatRun } from '#renderer/components/columns.tsx';
import { PlainDateText, Quantity, localQuantity, useLocale } from '#renderer/components/figures.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Facts } from '#renderer/components/layout.tsx';
import { PartnerLink } from '#renderer/components/links.tsx';
import { usePlaceText } from '#renderer/lists/AwayPlace.tsx';
import { type HeldPart, heldTogether } from '#shared/holds/vocabulary.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { type UnitPage, useOrigins } from './dossier.hooks.ts';
import { daysUntil, type Wait, waitsOf } from './waits.ts';

type Props = { page: UnitPage; unitOfMeasure: string; day: string };

/** The answers at the head of the page, as of a day: status, how much, where, which date comes next, and what waits. */
export function UnitHead({ page, unitOfMeasure, day }: Props): ReactNode {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const statuses = sumBy(page.stock, ({ status }) => status);
  const places = sumBy(page.stock, ({ location }) => location);
  const shown = places.slice(0, mostLocations);
  const total = sum(page.stock.map((row) => row.quantity));
  return (
    <>
      <Answers>
        <AnswerPart title={t('fields.status')}>
          {statuses.length === 0 && <Badge tone="neutral">{t('dossier.nothingOnHand')}</Badge>}
          {statuses.map(({ of, held, quantity }) => (
            <p key={of}>
              <StockStatus status={of} held={held} />{' '}
              {statuses.length > 1 && <Quantity value={quantity} unit={unitOfMeasure} />}
            </p>
          ))}
        </AnswerPart>
        <AnswerPart title={t('dossier.onHand')}>
          <Figure>
            <Quantity value={total} unit={unitOfMeasure} />
          </Figure>
        </AnswerPart>
        <AnswerPart title={t('dossier.stock')}>
          {places.length === 0 && <p className="muted">{t('dossier.noStock')}</p>}
          {shown.map(({ of, quantity }) => (
            <p key={of}>
              {placeText(of)}{' '}
              {places.length > 1 && (
                <span className="muted">
                  <Quantity value={quantity} unit={unitOfMeasure} />
                </span>
              )}
            </p>
          ))}
          {places.length > shown.length && (
            <p className="muted">{t('common.more', { count: places.length - shown.length })}</p>
          )}
        </AnswerPart>
        <NextDate page={page} now={day} />
        <AnswerPart
          title={
            <>
              {t('dossier.waits')} <Hint about={t('dossier.waits')}>{t('dossier.waitsHelp')}</Hint>
            </>
          }
        >
          <Waits waits={waitsOf(page, day)} unitOfMeasure={unitOfMeasure} />
        </AnswerPart>
      </Answers>
      <Details page={page} />
    </>
  );
}

/** So many places stand in the head; all of them in the list below. */
const mostLocations = 3;

/** The date by which something must happen: the expiry, else the use-by date, else the retest. */
function NextDate({ page, now }: { page: UnitPage; now: string }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { expiresOn, useByOn, retestOn } = page;
  const [name, date] =
    expiresOn !== ''
      ? (['dossier.expiresOn', expiresOn] as const)
      : useByOn !== ''
        ? (['dossier.useByOn', useByOn] as const)
        : (['dossier.retestOn', retestOn] as const);
  const days = daysUntil(date, now);
  return (
    <AnswerPart title={t(date === '' ? 'dossier.expiresOn' : name)}>
      {days === undefined ? (
        <p className="muted">{t('common.unknown')}</p>
      ) : (
        <>
          <p>
            <PlainDateText date={date} />
          </p>
          <p className="muted">{new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')}</p>
        </>
      )}
    </AnswerPart>
  );
}

function Waits({ waits, unitOfMeasure }: { waits: readonly Wait[]; unitOfMeasure: string }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  if (waits.length === 0) return <p className="muted">{t('dossier.nothingWaits')}</p>;
  return waits.map((wait) => (
    <Group component="p" key={wait.what} wrap="nowrap" gap={8} fw={500}>
      <Icon name={'days' in wait ? 'clock' : 'warning'} />
      <span>
        {'days' in wait
          ? t(`dossier.waiting.${wait.what}`)
          : t(`dossier.waiting.${wait.what}`, {
              quantity: `${localQuantity(wait.quantity, locale)} ${unitOfMeasure}`.trim(),
            })}
      </span>
    </Group>
  ));
}

type Fact = readonly [name: string, value: ReactNode];

/** Where it is from, and its other dates. Goods made here have a run instead of a supplier; what cannot be is not said. */
function Details({ page }: { page: UnitPage }): ReactNode {
  const { t } = useTranslation();
  const origins = useOrigins(page.unit);
  const unknown = <span className="muted">{t('common.unknown')}</span>;
  const runs = [...new Set(origins?.filter(({ kind }) => kind === 'output').map((origin) => formatRun(t, origin)))];
  const isFromOutside = origins?.some(({ kind }) => kind !== 'output') ?? false;
  // Where its record names nobody, those who delivered it.
  const delivered = origins?.filter(({ kind }) => kind === 'receipt').map(({ partner }) => partner) ?? [];
  const suppliers = page.supplier === '' ? [...new Set(delivered)] : [page.supplier];
  const facts: (Fact | false)[] = [
    runs.length > 0 && [
      t('dossier.madeBy'),
      <span key="made" className="mono">
        {runs.slice(0, mostRuns).join(', ')}
        {runs.length > mostRuns && ` ${t('common.more', { count: runs.length - mostRuns })}`}
      </span>,
    ],
    (suppliers.length > 0 || isFromOutside) && [
      t('fields.supplier'),
      suppliers.length === 0
        ? unknown
        : suppliers.map((code, place) => (
            <span key={code}>
              {place > 0 && ', '}
              <PartnerLink code={code} />
            </span>
          )),
    ],
    (page.supplierLot !== '' || isFromOutside) && [
      t('fields.supplierLot'),
      page.supplierLot === '' ? (
        unknown
      ) : (
        <span key="lot" className="mono">
          {page.supplierLot}
        </span>
      ),
    ],
    page.expiresWith !== '' && [
      t('dossier.expiresWith'),
      <span key="with" className="mono">
        {page.expiresWith}
      </span>,
    ],
    ...(['manufacturedOn', 'useByOn', 'retestOn'] as const).map(
      (name): Fact | false =>
        page[name] !== '' && [t(`dossier.${name}`), <PlainDateText key={name} date={page[name]} />],
    ),
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

/** So many runs stand in the head; all of them in the life line below. */
const mostRuns = 3;

type Stock = UnitPage['stock'][number];

type Summed = { of: string; held: HeldPart; quantity: string };

/** What lies here, by status or by place. */
function sumBy(stock: readonly Stock[], partOf: (row: Stock) => string): readonly Summed[] {
  const parts = [...new Set(stock.map(partOf))].sort(compareCodes);
  return parts.map((of) => {
    const rows = stock.filter((row) => partOf(row) === of);
    return {
      of,
      held: heldTogether(rows.map(({ held }) => held)),
      quantity: sum(rows.map(({ quantity }) => quantity)),
    };
  });
}

const sum = (quantities: readonly string[]): string =>
  formatQuantity(quantities.reduce((total, quantity) => total + (parseQuantity(quantity) ?? 0n), 0n));
