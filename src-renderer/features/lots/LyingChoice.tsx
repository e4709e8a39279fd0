import { NativeSelect, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Asked, ask, useAsk } from '#renderer/client/index.ts';
import { Line, Page, Section } from '#renderer/components/layout.tsx';
import { UnitLink } from '#renderer/components/links.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import { GoodsActions } from '#renderer/lists/GoodsActions.tsx';
import type { Outputs } from '#shared/contract.ts';

type LotNamed = { product: string; lot: string; sublot: string };
export type Lying = Outputs['lots']['lyingAt'];
export type Regrouped = Outputs['lots']['split'];

export const numberOf = ({ lot, sublot }: Pick<LotNamed, 'lot' | 'sublot'>): string =>
  sublot === '' ? lot : `${lot} / ${sublot}`;

/** Where goods of a lot lie, each location once. */
function useLocations({ product, lot, sublot }: LotNamed): string[] | undefined {
  const { data } = useAsk(ask.dossier.get.queryOptions({ input: { product, lot, sublot } }));
  return data === undefined ? undefined : [...new Set(data.stock.map(({ location }) => location))].toSorted();
}

/** What of a product's lots lies at a location; nothing is asked before that is chosen. */
const useLying = (product: string, location: string): Asked<Lying> =>
  useAsk({ ...ask.lots.lyingAt.queryOptions({ input: { product, location } }), enabled: location !== '' });

export type RegroupSearch = LotNamed & { location: string };

type PageProps = ScreenProps<RegroupSearch> & {
  title: string;
  kind: string;
  lead: string;
  /** Said of the lots that were made. */
  doneTitle: (made: Regrouped) => string;
  /** Said where nothing lies that could be. */
  nothing: string;
  /** What is done with goods at one location. */
  at: (named: RegroupSearch, lying: Lying, onMade: (made: Regrouped) => void) => ReactNode;
};

/** A page on which goods of a lot get other lots where they lie: at which of its locations, and what was made. */
export function RegroupPage({ search, setSearch, title, kind, lead, doneTitle, nothing, at }: PageProps): ReactNode {
  const { t } = useTranslation();
  const locations = useLocations(search);
  const location = search.location === '' ? (locations?.[0] ?? '') : search.location;
  const lying = useLying(search.product, location);
  const [made, setMade] = useState<Regrouped>();
  return (
    <Page title={title} kind={kind} lead={lead}>
      <Stack gap="md">
        {made !== undefined && <MadeUnits title={doneTitle(made)} made={made} />}
        {locations?.length === 0 && <EmptyState title={nothing} />}
        {locations !== undefined && locations.length > 1 && (
          <OneOf
            label={t('fields.location')}
            value={location}
            options={locations.map((one) => ({ value: one, label: one }))}
            onChoose={(one) => setSearch({ location: one })}
          />
        )}
        {location !== '' && <Answer asked={lying}>{(answer) => at({ ...search, location }, answer, setMade)}</Answer>}
      </Stack>
    </Page>
  );
}

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
function MadeUnits({ title, made }: { title: string; made: Regrouped }): ReactNode {
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
