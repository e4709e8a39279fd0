import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Asked, ask, useAsk, useMay } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { localDate, MomentText, PlainDateText, useLocale } from '#renderer/components/figures.tsx';
import { Facts, Section } from '#renderer/components/layout.tsx';
import { PartnerLink, UnitLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { MissingSerial, ServiceEvent } from '#shared/serials/contract.ts';
import { CorrectWarranty, Found, RecordService, Withdraw } from './SerialActs.tsx';

export type SerialPage = Outputs['serials']['get'];
export type Piece = Pick<Unit, 'product' | 'serial'>;

export const useSerialPage = ({ product, serial }: Piece): Asked<SerialPage> =>
  useAsk(ask.serials.get.queryOptions({ input: { product, serial }, enabled: serial !== '' }));

/** That a serial is missing, since when, why and who said so, and the way to say that it was found. */
export function MissingOn({ piece }: { piece: Piece }): ReactNode {
  const { t } = useTranslation();
  const mayService = useMay('service');
  const missing = useSerialPage(piece).data?.missing.find(({ foundAt }) => foundAt === '');
  if (missing === undefined) return null;
  return (
    <Group my="xs" gap={8} role="group" aria-label={`${t('serials.missing.title')} ${missing.number}`}>
      <Badge tone="rejected" icon="warning">
        {t('serials.missing.title')}
      </Badge>
      <span className="mono">{missing.number}</span>
      <span>{missing.reason}</span>
      <span className="muted">
        <MomentText at={missing.reportedAt} /> · {missing.personName} · {t('serials.missing.until')}
      </span>
      {mayService && <Found piece={piece} />}
    </Group>
  );
}

/** Whom a serial went to, its warranty, what it stands in and what stands in it. */
export function SerialFacts({ piece }: { piece: Piece }): ReactNode {
  const asked = useSerialPage(piece);
  return <Answer asked={asked}>{(page) => <About page={page} piece={piece} />}</Answer>;
}

/** What was done to a serial, and the way to record more. */
export function ServiceOn({ piece }: { piece: Piece }): ReactNode {
  const { t } = useTranslation();
  const asked = useSerialPage(piece);
  const mayService = useMay('service');
  return (
    <Section title={t('serials.service.title')} actions={mayService && <RecordService piece={piece} />}>
      <Answer asked={asked}>{(page) => <ServiceTable page={page} piece={piece} mayService={mayService} />}</Answer>
    </Section>
  );
}

function About({ page, piece }: { page: SerialPage; piece: Piece }): ReactNode {
  const { t } = useTranslation();
  const { where, since, deliveries, returns, builtInto, builtFrom } = page;
  const last = deliveries.at(-1);
  return (
    <Facts
      facts={[
        [
          t('serials.whereTitle'),
          <span key="where">
            {t(`serials.whereabouts.${where}`)}
            {since !== '' && (
              <span className="muted">
                {' '}
                · <PlainDateText date={since} />
              </span>
            )}
          </span>,
        ],
        ...(last === undefined
          ? []
          : [
              [
                t('serials.delivered'),
                <span key="to">
                  <PartnerLink code={last.partner} /> <PlainDateText date={last.on} />
                  {(deliveries.length > 1 || returns.length > 0) && (
                    <span className="muted">
                      {' '}
                      · {t('serials.deliveredOften', { count: deliveries.length })}
                      {returns.length > 0 && `, ${t('serials.returnedOften', { count: returns.length })}`}
                    </span>
                  )}
                </span>,
              ] as const,
            ]),
        [t('serials.warranty.title'), <WarrantyText key="warranty" page={page} piece={piece} />],
        ...(builtInto === null
          ? []
          : [[t('serials.stands'), <UnitLink key="into" unit={builtInto} withProduct />] as const]),
        ...(builtFrom.length === 0
          ? []
          : [
              [
                t('serials.builtFrom'),
                <Group key="from" gap="2px 12px" component="span">
                  {builtFrom.map((part) => (
                    <UnitLink key={Object.values(part).join(' ')} unit={part} withProduct />
                  ))}
                </Group>,
              ] as const,
            ]),
      ]}
    />
  );
}

function WarrantyText({ page: { warranty }, piece }: { page: SerialPage; piece: Piece }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const mayCorrect = useMay('masterData');
  const { state, startsOn, endsOn, isCorrected } = warranty;
  return (
    <Group gap={8} component="span">
      <span>
        {t(`serials.warranty.states.${state}`, {
          date: endsOn === '' ? '' : localDate(endsOn, locale),
        })}
      </span>
      {isCorrected ? (
        <span className="muted">{t('serials.warranty.corrected')}</span>
      ) : (
        startsOn !== '' && (
          <span className="muted">{t('serials.warranty.from', { date: localDate(startsOn, locale) })}</span>
        )
      )}
      {mayCorrect && <CorrectWarranty piece={piece} warranty={warranty} />}
    </Group>
  );
}

type Row = { on: string; service: ServiceEvent } | { on: string; missing: MissingSerial };

/** What was done to a serial and when it was missing, newest first. */
function ServiceTable({
  page: { service, missing },
  piece,
  mayService,
}: {
  page: SerialPage;
  piece: Piece;
  mayService: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const rows: Row[] = [
    ...service.map((event) => ({ on: event.doneOn, service: event })),
    ...missing.map((one) => ({ on: one.reportedAt, missing: one })),
  ].toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const columns: TableColumn<Row>[] = [
    {
      id: 'number',
      header: t('audit.fields.number'),
      cell: (row) => <span className="mono">{'service' in row ? row.service.number : row.missing.number}</span>,
    },
    {
      id: 'on',
      header: t('serials.service.on'),
      cell: (row) => ('service' in row ? <PlainDateText date={row.on} /> : <MomentText at={row.missing.reportedAt} />),
    },
    {
      id: 'what',
      header: t('serials.service.what'),
      cell: (row) => ('service' in row ? <What event={row.service} piece={piece} /> : t('serials.service.missed')),
    },
    {
      id: 'text',
      header: t('serials.service.text'),
      wide: true,
      cell: (row) => ('service' in row ? <Done event={row.service} /> : <Missed missing={row.missing} />),
    },
    {
      id: 'parts',
      header: t('serials.service.parts'),
      cell: (row) => 'service' in row && <Parts event={row.service} />,
    },
    {
      id: 'who',
      header: t('serials.service.who'),
      cell: (row) => ('service' in row ? row.service.personName : row.missing.personName),
    },
    ...(mayService && service.some(({ withdrawn }) => withdrawn === '')
      ? [
          {
            id: 'withdraw',
            header: t('serials.service.withdraw'),
            cell: (row: Row) => 'service' in row && row.service.withdrawn === '' && <Withdraw event={row.service} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('serials.service.title')}
      rows={rows}
      columns={columns}
      empty={<p className="muted">{t('serials.service.none')}</p>}
    />
  );
}

/** Of what kind a service was; where the serial was a part, of which one. */
function What({ event, piece }: { event: ServiceEvent; piece: Piece }): ReactNode {
  const { t } = useTranslation();
  const { product, serial, kind } = event;
  const isPart = product !== piece.product || serial !== piece.serial;
  return (
    <>
      {t(`serials.service.kinds.${kind}`)}
      {isPart && (
        <>
          {' '}
          <span className="muted">{t('serials.service.wasPart')}</span>{' '}
          <UnitLink unit={{ product, lot: '', sublot: '', serial }} withProduct />
        </>
      )}
    </>
  );
}

function Done({ event: { done, withdrawn } }: { event: ServiceEvent }): ReactNode {
  const { t } = useTranslation();
  if (withdrawn === '') return done;
  return (
    <>
      <s>{done}</s> <span className="muted">{t('serials.service.withdrawn', { reason: withdrawn })}</span>
    </>
  );
}

function Missed({ missing: { reason, foundReason, foundAt } }: { missing: MissingSerial }): ReactNode {
  const { t } = useTranslation();
  if (foundAt === '') return reason;
  return (
    <>
      {reason}{' '}
      <span className="muted">
        {t('serials.service.found', { reason: foundReason })} · <MomentText at={foundAt} />
      </span>
    </>
  );
}

function Parts({ event }: { event: ServiceEvent }): ReactNode {
  const { t } = useTranslation();
  const part = (product: string, serial: string, word: string): ReactNode =>
    serial !== '' && (
      <div>
        <UnitLink unit={{ product, lot: '', sublot: '', serial }} withProduct /> <span className="muted">{word}</span>
      </div>
    );
  return (
    <>
      {part(event.partInProduct, event.partInSerial, t('serials.service.putIn'))}
      {part(event.partOutProduct, event.partOutSerial, t('serials.service.takenOut'))}
    </>
  );
}

/** Whether a serial may be reported missing by this person: it is not so already. */
export function useMayReport(piece: Piece): boolean {
  const mayService = useMay('service');
  const { data } = useSerialPage(piece);
  return mayService && data !== undefined && data.missing.every(({ foundAt }) => foundAt !== '');
}
