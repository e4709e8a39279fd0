import { Button, Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useSigner, useSigning } from '#renderer/client/index.ts';
import { goTo, productPlace } from '#renderer/components/address.ts';
import { Columns, Page, Section } from '#renderer/components/layout.tsx';
import { Link } from '#renderer/components/links.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import type { GridColumns } from '#renderer/forms/gridRows.ts';
import { SignedGrid } from '#renderer/forms/SignedGrid.tsx';
import type { Outputs } from '#shared/contract.ts';
import { type Listed, lots } from '#shared/lots/contract.ts';
import { packsOf } from '#shared/products/packUnits.ts';
import {
  judgeChange,
  lotChange,
  type ModeChange,
  serialChange,
  type Tracking,
  whyNot,
} from '#shared/products/trackingChange.ts';
import { keepsSerialsInStock, lotTrackings, serialTrackings } from '#shared/products/vocabulary.ts';
import { useProduct } from './products.hooks.ts';

type Product = Outputs['products']['get'];
type Preview = Outputs['lots']['previewConversion'];

/** Changes how a product is tracked whose goods have moved: the modes, the list of what lies here, and the signature. */
export function ConvertScreen({
  search,
  setSearch,
}: ScreenProps<{ code: string; lot: string; serial: string }>): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const asked = useProduct(search.code);
  return (
    <Page
      title={t('lots.convert.title')}
      kind={search.code}
      lead={t('lots.convert.lead')}
      actions={<Link {...productPlace(search.code)}>{t('lots.convert.back', { code: search.code })}</Link>}
    >
      {signer?.isOwner === true && <NeedsPeople demo={signer.demo} />}
      {signer?.isOwner === false &&
        (signer.permissions.includes('masterData') ? (
          <Answer asked={asked}>
            {(product) => {
              const to: Tracking = {
                lotTracking: lotTrackings.find((one) => one === search.lot) ?? product.lotTracking,
                serialTracking: serialTrackings.find((one) => one === search.serial) ?? product.serialTracking,
              };
              return (
                <Stack gap="md">
                  <Modes
                    product={product}
                    to={to}
                    onChoose={({ lotTracking: lot, serialTracking: serial }) => setSearch({ lot, serial })}
                  />
                  <Conversion product={product} to={to} />
                </Stack>
              );
            }}
          </Answer>
        ) : (
          <EmptyState title={t('signing.mayNot')} />
        ))}
    </Page>
  );
}

type ModesProps = { product: Product; to: Tracking; onChoose: (to: Tracking) => void };

/** The modes there are, each with what keeps the product from it. */
function Modes({ product, to, onChoose }: ModesProps): ReactNode {
  const { t } = useTranslation();
  const messageText = useMessage();
  const option = (value: string, label: string, change: ModeChange): ReactNode => {
    const isRefused = product.moved && change !== 'free' && change !== 'conversion';
    const help = isRefused ? { description: messageText(whyNot[change]) } : {};
    return <Radio key={value} value={value} label={label} disabled={isRefused} {...help} />;
  };
  return (
    <Columns min={300} gap="12px 32px">
      <Radio.Group
        label={t('audit.fields.lotTracking')}
        value={to.lotTracking}
        onChange={(lotTracking) => onChoose({ ...to, lotTracking })}
      >
        <Stack gap={8} mt={6}>
          {lotTrackings.map((one) => option(one, t(`dossier.lotTrackings.${one}`), lotChange(product, one)))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('audit.fields.serialTracking')}
        value={to.serialTracking}
        onChange={(serialTracking) => onChoose({ ...to, serialTracking })}
      >
        <Stack gap={8} mt={6}>
          {serialTrackings.map((one) => option(one, t(`dossier.serialTrackings.${one}`), serialChange(product, one)))}
        </Stack>
      </Radio.Group>
    </Columns>
  );
}

type ToProps = { product: Product; to: Tracking };

function Conversion({ product, to }: ToProps): ReactNode {
  const { t } = useTranslation();
  const { change } = judgeChange(product, to);
  const isConverted = change === 'conversion';
  const input = { product: product.code, ...to };
  const asked = useAsk({
    ...ask.lots.previewConversion.queryOptions({ input }),
    enabled: isConverted,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const isSame = product.lotTracking === to.lotTracking && product.serialTracking === to.serialTracking;
  if (isSame) return <p className="muted">{t('lots.convert.chosen')}</p>;
  if (!isConverted)
    return (
      <p>
        {t('lots.convert.free')}{' '}
        <Link to="/product/edit" search={{ code: product.code }}>
          {t('products.title')}
        </Link>
      </p>
    );
  return (
    <Answer asked={asked}>
      {(preview) => <ListPart key={`${to.lotTracking} ${to.serialTracking}`} preview={preview} to={to} of={product} />}
    </Answer>
  );
}

function ListPart({ preview, to, of }: { preview: Preview; to: Tracking; of: Product }): ReactNode {
  const { t } = useTranslation();
  const messageText = useMessage();
  const { product, version, lines, refusal } = preview;
  const columns = columnsFor(to, of);
  const onDone = (): void => goTo(productPlace(product), { instead: true });
  if (refusal !== '') return <EmptyState title={messageText(refusal)} />;
  if (lines.length === 0) return <SignAlone preview={preview} to={to} onDone={onDone} />;
  return (
    <Section title={t('lots.convert.list')}>
      <SignedGrid
        name="lots.convertTracking"
        operation={lots.convertTracking}
        call={api.lots.convertTracking}
        title="lots.convert.title"
        label={t('lots.convert.list')}
        columns={columns}
        draft={`convert ${product} ${version} ${to.lotTracking} ${to.serialTracking}`}
        begin={beginOf(preview, columns, keepsSerialsInStock(to.serialTracking))}
        send={(rows) => ({ product, version, ...to, rows: [...rows] })}
        onDone={onDone}
      >
        <p className="muted">
          {t('lots.convert.listed', { count: lines.length })}{' '}
          {keepsSerialsInStock(to.serialTracking) && t('lots.convert.pieces')}
        </p>
      </SignedGrid>
    </Section>
  );
}

/** Only the names that the modes have. */
const columnsFor = (
  { lotTracking, serialTracking }: Tracking,
  { unit, packUnits }: Pick<Product, 'unit' | 'packUnits'>,
): GridColumns<Listed> => [
  { kind: 'code', name: 'location', label: 'fields.location' },
  { kind: 'code', name: 'status', label: 'fields.status', width: 90 },
  { kind: 'decimal', name: 'quantity', label: 'fields.quantity', unit, packs: packsOf(packUnits), width: 130 },
  ...(lotTracking === 'none' ? [] : ([{ kind: 'code', name: 'lot', label: 'fields.lot' }] as const)),
  ...(lotTracking === 'lot-sublot' ? ([{ kind: 'code', name: 'sublot', label: 'audit.fields.sublot' }] as const) : []),
  ...(serialTracking === 'none' || serialTracking === 'on-issue'
    ? []
    : ([{ kind: 'code', name: 'serial', label: 'fields.serial' }] as const)),
  ...(lotTracking === 'none'
    ? []
    : ([
        {
          kind: 'date',
          name: 'manufacturedOn',
          label: 'dossier.manufacturedOn',
          help: 'lots.convert.manufacturedHelp',
        },
      ] as const)),
];

/** A row for each line, and for each piece where serials are listed. */
function beginOf({ lines }: Preview, columns: GridColumns<Listed>, byPiece: boolean): string[][] {
  return lines.flatMap((line) => {
    const pieces = byPiece && line.serial === '' ? Math.floor(Number(line.quantity)) : 1;
    const row = { ...line, manufacturedOn: '', ...(byPiece ? { quantity: '1' } : {}) };
    return Array.from({ length: pieces }, () => columns.map(({ name }) => row[name]));
  });
}

/** Where nothing has to be listed, the change is signed as it is. */
function SignAlone({ preview, to, onDone }: { preview: Preview; to: Tracking; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const [reason, setReason] = useState('');
  const { product, version } = preview;
  const signing = useSigning('lots.convertTracking', api.lots.convertTracking, {
    input: { product, version, ...to, rows: [], reason },
    onSigned: onDone,
    recorded: preview,
  });
  return (
    <Stack gap="sm" align="flex-start">
      <p>{t('lots.convert.nothing')}</p>
      <Button onClick={signing.open}>{t('lots.convert.sign')}</Button>
      {signer !== undefined && (
        <SignDialog
          signing={signing}
          title={t('lots.convert.title')}
          signer={signer}
          reason={{ value: reason, set: setReason }}
        />
      )}
    </Stack>
  );
}
