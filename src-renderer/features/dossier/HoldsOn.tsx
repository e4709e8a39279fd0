import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { LiftButton } from '#renderer/lists/HoldActs.tsx';
import type { Unit } from '#shared/kernel/unit.ts';

/** The holds on a lot or serial: each with its number, why, since when and by whom, and the way to lift it. */
export function HoldsOn({ unit }: { unit: Unit }): ReactNode {
  const { t } = useTranslation();
  const mayLift = useMay('status');
  const asked = useAsk(ask.holds.onGoods.queryOptions({ input: unit }));
  return (
    <Answer asked={asked}>
      {({ holds }) =>
        holds.map(({ number, reason, setAt, setBy, isPart }) => (
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
        ))
      }
    </Answer>
  );
}
