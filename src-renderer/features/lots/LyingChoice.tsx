import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Asked, ask, useAsk } from '#renderer/client/index.ts';
import { Line, Section } from '#renderer/components/layout.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import { GoodsActions } from '#renderer/lists/GoodsActions.tsx';
import type { Outputs } from '#shared/contract.ts';

export type LotNamed = { product: string; lot: string; sublot: string };
export type Lying = Outputs['lots']['lyingAt'];
export type Regrouped = Outputs['lots']['split'];

export const numberOf = ({ lot, sublot }: Pick<LotNamed, 'lot' | 'sublot'>): string =>
  sublot === '' ? lot : `${lot} / ${sublot}`;

/** Where goods of a lot lie, each location once. */
export function useLocations({ product, lot, sublot }: LotNamed): string[] | undefined {
  const { data } = useAsk(ask.dossier.get.queryOptions({ input: { product, lot, sublot } }));
  return data === undefined ? undefined : [...new Set(data.stock.map(({ location }) => location))].toSorted();
}

/** What of a product's lots lies at a location; nothing is asked before that is chosen. */
export const useLying = (product: string, location: string): Asked<Lying> =>
  useAsk({ ...ask.lots.lyingAt.queryOptions({ input: { product, location } }), enabled: location !== '' });

type ChoiceProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
};

/** One of a few, in a box of its own. */
export const OneOf = ({ label, value, options, onChoose }: ChoiceProps): ReactNode => (
  <NativeSelect
    label={label}
    value={value}
    data={[...options]}
    maw={420}
    onChange={({ currentTarget }) => onChoose(currentTarget.value)}
  />
);

/** The lots that were made, with their labels and what only looks wrong. */
export function MadeUnits({ title, made }: { title: string; made: Regrouped }): ReactNode {
  const { t } = useTranslation();
  const messageText = useMessage();
  const units = made.lots.map(({ product, lot, sublot }) => ({ product, lot, sublot, serial: '' }));
  return (
    <Section title={title} actions={<GoodsActions units={units} />}>
      <Line>
        {units.map((unit) => (
          <UnitLink key={numberOf(unit)} unit={unit} withProduct />
        ))}
        <span className="muted">
          {t('fields.document')} {made.document}
        </span>
      </Line>
      {made.findings.map(({ row, field, message }) => (
        <p key={`${row} ${field}`} className="warning" role="status">
          <Icon name="warning" /> {messageText(message)}
        </p>
      ))}
    </Section>
  );
}
