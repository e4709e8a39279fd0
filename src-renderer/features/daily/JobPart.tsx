import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Asked, ask, useAsk, useCommand, useInTurn, useMay } from '#renderer/client/index.ts';
import { localDate, useLocale } from '#renderer/components/figures.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Answer, FailureState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import type { Outputs } from '#shared/contract.ts';
import { longestPage } from '#shared/kernel/page.ts';

type State = Outputs['daily']['state'];

/** What the daily job is about to do, or what it waits for. */
export function JobPart(): ReactNode {
  const asked = useAsk(ask.daily.state.queryOptions({ input: {} }));
  return <Answer asked={asked}>{(state) => <Job state={state} />}</Answer>;
}

function Job({ state }: { state: State }): ReactNode {
  const { t } = useTranslation();
  if (state.mode === 'asks') return <DayAsked {...state} />;
  if (state.mode === 'off') return <p className="muted">{t('daily.job.off')}</p>;
  return <Due />;
}

/** Asks whether it is the day that the clock says. */
function DayAsked({ day, lastDay }: State): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const mayConfirm = useMay('status');
  const { run, running, failure } = useCommand('daily.confirmDay', api.daily.confirmDay);
  const said = localDate(day, locale);
  return (
    <Panel tone="control" icon="warning" label={t('daily.job.asks', { day: said })} mb="md">
      <Text fw={600}>{t('daily.job.asks', { day: said })}</Text>
      <Text mb={8} maw="72ch">
        {t('daily.job.asksWhy', { lastDay: localDate(lastDay, locale) })}
      </Text>
      {mayConfirm ? (
        <Button variant="default" loading={running} onClick={() => run({ day })}>
          {t('daily.job.confirm', { day: said })}
        </Button>
      ) : (
        t('signing.mayNot')
      )}
      {failure !== undefined && <FailureState failure={failure} />}
    </Panel>
  );
}

const useDue = (): Asked<Outputs['daily']['due']> =>
  useAsk(ask.daily.due.queryOptions({ input: { limit: longestPage } }));

/** How many lots are due, and the way to have it done now. */
function Due(): ReactNode {
  const { t } = useTranslation();
  const read = useMessage();
  const locale = useLocale();
  const mayRun = useMay('status');
  const asked = useDue();
  const { run, running, reply, failure } = useInTurn('daily.moveLot', api.daily.moveLot);
  return (
    <Answer asked={asked}>
      {({ total, rows, asOf }) => (
        <>
          <Group mb="md" gap="md">
            <span role="status">
              {reply !== undefined && reply.done > 0 && `${t('daily.job.ran', { count: reply.done })} `}
              {total === 0
                ? t('daily.job.nothing', { day: localDate(asOf, locale) })
                : t('daily.job.waiting', { count: total, day: localDate(asOf, locale) })}
            </span>
            {mayRun && total > 0 && (
              <Button
                size="compact-sm"
                variant="default"
                loading={running}
                onClick={() => run(rows.map(({ product, lot }) => ({ product, lot, asOf })))}
              >
                {t('daily.job.run')}
              </Button>
            )}
          </Group>
          {failure !== undefined && <FailureState failure={failure} />}
          {reply !== undefined && reply.refused.length > 0 && (
            <Panel tone="danger" icon="cross" role="alert" mb="md">
              <Text fw={600}>{t('daily.job.refused')}</Text>
              <ul>
                {reply.refused.map(({ input: { product, lot }, failure: { message } }) => (
                  <li key={`${product} ${lot}`}>
                    <span className="mono">
                      {product} {lot}
                    </span>
                    : {read(message)}
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </Answer>
  );
}
