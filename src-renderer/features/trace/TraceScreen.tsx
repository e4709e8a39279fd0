import { Box, Group, SegmentedControl, Switch, Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindHits, useMay } from '#renderer/client/index.ts';
import { LinkButton } from '#renderer/components/links.tsx';
import { FindBox } from '#renderer/components/FindBox.tsx';
import { Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import type { Hit } from '#shared/dossier/contract.ts';
import { directions } from '#shared/trace/vocabulary.ts';
import { TraceAnswerPart } from './TraceAnswerPart.tsx';
import { type TraceSearch, useStoreIsEmpty, useTrace } from './trace.hooks.ts';

const isUnit = (hit: Hit): boolean => hit.unit !== null;

/** Trace: one unit, one direction, everything on the way. */
export function TraceScreen({ search, setSearch }: ScreenProps<TraceSearch>): ReactNode {
  const { t } = useTranslation();
  const find = useFindHits();
  const { product, lot, sublot, serial, direction, anyTime, offset } = search;
  const unit = { product, lot, sublot, serial };
  const asked = useTrace({ unit, direction, dated: !anyTime, offset });

  function pick({ unit: found }: Hit): void {
    if (found !== null) setSearch({ ...found, tab: 'units', offset: 0, sort: '', selected: '', expanded: [] }, 'step');
  }

  return (
    <Page title={t('trace.title')} {...(product === '' ? { lead: t('trace.lead') } : {})}>
      <Group gap="lg" align="flex-end" mb="md" style={{ rowGap: 12 }}>
        <Box flex={1} miw={240} maw={420}>
          <FindBox
            label={t(product === '' ? 'trace.pick' : 'trace.pickAnother')}
            labelled
            placeholder={t('find.unitPlaceholder')}
            find={find}
            accepts={isUnit}
            onPick={pick}
          />
        </Box>
        <SegmentedControl
          aria-label={t('trace.direction')}
          value={direction}
          data={directions.map((value) => ({
            value,
            label: (
              <Text span display="block" inherit lh="18px">
                {t(`trace.${value}`)}{' '}
                <Text span display="block" size="xs" fw={400} lh="16px" c="dimmed">
                  {t(`trace.beneath.${value}`)}
                </Text>
              </Text>
            ),
          }))}
          onChange={(value) =>
            setSearch({
              direction: value === 'upstream' ? 'upstream' : 'downstream',
              offset: 0,
              sort: '',
              selected: '',
              expanded: [],
            })
          }
        />
        <Tooltip
          label={t('trace.datedHelp')}
          multiline
          w={280}
          withinPortal={false}
          events={{ hover: true, focus: true, touch: true }}
        >
          <Switch
            label={t('trace.dated')}
            checked={!anyTime}
            // On the line of the boxes beside it.
            pb="xs"
            onChange={(event) => setSearch({ anyTime: !event.currentTarget.checked, offset: 0 })}
          />
        </Tooltip>
      </Group>
      {product === '' ? (
        <Start />
      ) : (
        <Answer asked={asked}>
          {(view) => (
            <TraceAnswerPart view={view} outdated={asked.outdated} unit={unit} search={search} setSearch={setSearch} />
          )}
        </Answer>
      )}
    </Page>
  );
}

function Start(): ReactNode {
  const { t } = useTranslation();
  const empty = useStoreIsEmpty();
  const mayImport = useMay('import');
  if (empty !== true) {
    return (
      <EmptyState title={t('trace.startTitle')}>
        <p>{t('trace.startHelp')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('trace.startEmpty')}>
      <p>{t('trace.startEmptyHelp')}</p>
      {mayImport && <LinkButton to="/import">{t('trace.goImport')}</LinkButton>}
    </EmptyState>
  );
}
