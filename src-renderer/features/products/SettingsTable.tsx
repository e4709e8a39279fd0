import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { categoryPlace } from '#renderer/components/address.ts';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { localDate, useLocale } from '#renderer/components/figures.tsx';
import { Link, ProductLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { isStatus } from '#shared/kernel/status.ts';
import type { SettingLevel, SettingName } from '#shared/products/vocabulary.ts';
import { useSettingText } from './products.hooks.ts';
import { SettingForm } from './SettingForm.tsx';
import { TakeBack } from './TakeBack.tsx';

type Row = Outputs['products']['settings']['settings'][number];
type Said = Row['holds'];
type Props = { level: SettingLevel; code?: string };

/** What holds today of each setting for a product, a category or the site, which level decides it, and what is to come. */
export function SettingsTable({ level, code = '' }: Props): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const said = useSettingText();
  const maySay = useMay('masterData');
  const [open, setOpen] = useState<SettingName>();
  const asked = useAsk(ask.products.settings.queryOptions({ input: { level, code } }));
  const coming = (setting: SettingName, rule: Said): string => {
    const words = { date: localDate(rule.validFrom, locale), value: said(setting, rule.value) };
    const by = rule.level === 'site' ? t('products.settings.site') : rule.code;
    return rule.level === level
      ? t('products.settings.coming', words)
      : t('products.settings.comingBy', { ...words, by });
  };
  const columns: TableColumn<Row>[] = [
    {
      id: 'setting',
      header: t('products.settings.setting'),
      cell: ({ setting }) => t(`products.settings.names.${setting}`),
    },
    {
      id: 'value',
      header: t('products.settings.value'),
      wide: true,
      cell: (row) => (
        <>
          {isStatus(row.holds.value) ? <StatusBadge status={row.holds.value} /> : said(row.setting, row.holds.value)}
          {row.coming.map((rule) => (
            <div key={`${rule.level} ${rule.validFrom}`} className="muted">
              {coming(row.setting, rule)}{' '}
              {maySay && rule.level === level && (
                <TakeBack rule={{ level, code, setting: row.setting, validFrom: rule.validFrom }} />
              )}
            </div>
          ))}
        </>
      ),
    },
    { id: 'by', header: t('products.settings.decidedBy'), cell: ({ holds }) => <DecidedBy {...holds} /> },
    ...(maySay
      ? [
          {
            id: 'change',
            header: '',
            cell: ({ setting }: Row) => (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('products.settings.changeOf', { setting: t(`products.settings.names.${setting}`) })}
                onClick={() => setOpen(setting)}
              >
                {t('products.settings.change')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {!maySay && <p className="muted">{t('products.settings.noRight')}</p>}
      <Answer asked={asked}>
        {({ settings }) => {
          const changed = settings.find(({ setting }) => setting === open);
          return (
            <>
              {changed !== undefined && (
                <SettingForm
                  key={changed.setting}
                  {...{ level, code, setting: changed.setting, own: changed.own }}
                  onDone={() => setOpen(undefined)}
                />
              )}
              <DataTable label={t('products.settings.title')} rows={settings} columns={columns} empty={null} />
            </>
          );
        }}
      </Answer>
    </>
  );
}

/** The level that decides, with the way to it, and since when. */
function DecidedBy({ level, code, validFrom }: Said): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      {level === '' && <span className="muted">{t('products.settings.standard')}</span>}
      {level === 'site' && <Link to="/setup/products">{t('products.settings.site')}</Link>}
      {level === 'category' && <Link {...categoryPlace(code)}>{code}</Link>}
      {level === 'product' && <ProductLink code={code} />}
      {validFrom !== '' && (
        <span className="muted"> {t('products.settings.since', { date: localDate(validFrom, locale) })}</span>
      )}
    </>
  );
}
