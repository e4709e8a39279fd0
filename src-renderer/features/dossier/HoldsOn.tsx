import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { LiftButton } from '#renderer/lists/HoldActs.tsx';
import type { Outputs } from '#shared/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** The holds on a lot or serial: each with its number, why, since when and by whom, and the way to lift it; folded, those lifted earlier. */
export function HoldsOn({ unit }: { unit: Unit }): ReactNode {
  const { t } = useTranslation();
  const mayLift = useMay('status');
  const asked = useAsk(ask.holds.onGoods.queryOptions({ input: unit }));
  return (
    <Answer asked={asked}>
      {({ holds, lifted }) => (
        <>
          {holds.map(({ number, reason, setAt, setBy, isPart }) => (
            <Group key={number} my="xs" gap={8} role="group" aria-label={`${t('holds.number')} ${number}`}>
              <Badge tone="hold" icon="lock">
                {t(isPart ? 'holds.partly' : 'holds.on')}
              </Badge>
              <span className="mono">{number}</span>
              <span>{reason}</span>
              <span className="muted">
                <MomentText at={setAt} /> · {setBy}
              </span>
              {mayLift && <LiftButton text={t('holds.lift')} small numbers={[number]} />}
            </Group>
          ))}
          {lifted.length > 0 && <Lifted holds={lifted} />}
        </>
      )}
    </Answer>
  );
}

/** What was on it once: nothing to do about, but there for whoever asks what happened. */
function Lifted({ holds }: { holds: Outputs['holds']['onGoods']['lifted'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <details>
      <summary className="muted">{t('holds.earlier', { count: holds.length })}</summary>
      {holds.map(({ number, reason, setAt, setBy, liftedAt, liftReason }) => (
        <Group key={number} my={4} gap={8} role="group" aria-label={`${t('holds.number')} ${number}`}>
          <span className="mono">{number}</span>
          <span>{reason}</span>
          <span className="muted">
            <MomentText at={setAt} /> · {setBy}
          </span>
          <span>{t('holds.wasLifted', { reason: liftReason })}</span>
          <span className="muted">
            <MomentText at={liftedAt} />
          </span>
        </Group>
      ))}
    </details>
  );
}
