import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StockStatus } from '#renderer/components/Badge.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { Link, UnitLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { ListedLot } from '#shared/lots/vocabulary.ts';
import type { Task } from '#shared/today/contract.ts';
import { placeOfTask, unitOf } from './taskWords.ts';
import { useLastEvents, useWhereabouts } from './today.hooks.ts';

/** The row under the cursor: where it lies, in which status, what happened last. */
export function Preview({ task }: { task: Task }): ReactNode {
  const { t } = useTranslation();
  if ('lot' in task) return <Goods lot={task.lot} />;
  return (
    <>
      <h2>{t(`today.subjects.${task.kind}`)}</h2>
      <p>{t(`today.help.${task.kind}`)}</p>
      <Link {...placeOfTask(task)}>{t('today.goThere')}</Link>
    </>
  );
}

function Goods({ lot }: { lot: ListedLot }): ReactNode {
  const { t } = useTranslation();
  const unit = unitOf(lot);
  const asked = useWhereabouts(unit);
  const events = useLastEvents(unit);
  return (
    <>
      <h2>
        <UnitLink unit={unit} />
      </h2>
      <p className="muted">
        {lot.product} · {lot.productName}
      </p>
      <Answer asked={asked}>
        {({ stock }) => (
          <Stack component="ul" gap={4} mb="sm">
            {stock.map(({ location, status, held, quantity, unitCost }) => (
              <li key={`${location} ${status} ${unitCost}`}>
                <span className="mono">{location}</span> <Quantity value={quantity} unit={lot.unitOfMeasure} />{' '}
                <StockStatus status={status} held={held} />
              </li>
            ))}
          </Stack>
        )}
      </Answer>
      <Text component="h3" mb={4} fw={600}>
        {t('today.lastEvents')}
      </Text>
      <Stack component="ul" gap={4} mb="sm">
        {events?.map(({ id, at, kind, quantity, unitOfMeasure, document }) => (
          <li key={id}>
            <MomentText at={at} /> {t(`movements.kinds.${kind}`)} <Quantity value={quantity} unit={unitOfMeasure} />{' '}
            <span className="mono">{document}</span>
          </li>
        ))}
      </Stack>
    </>
  );
}
