import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo } from '#renderer/components/address.ts';
import { Line } from '#renderer/components/layout.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { tasks } from './DemoTasks.tsx';
import { tour, useTourStep, useTourSteps } from './tourState.ts';
import { useDemoTour } from './welcome.hooks.ts';

/** A short walk through the screens, beside them: every step can be the last, by Esc too. */
export function Tour(): ReactNode {
  const step = useTourStep();
  return step === undefined ? null : <Card step={step} />;
}

function Card({ step }: { step: number }): ReactNode {
  const { t } = useTranslation();
  const card = useRef<HTMLDivElement>(null);
  const steps = useTourSteps();
  const shown = steps[step];
  const last = step >= steps.length - 1;
  const { plant, isKnown } = useDemoTour();
  useEffect(() => {
    if (!isKnown || shown === undefined) return;
    // A demo shows an answer; an empty form says little.
    const example = plant !== undefined && (shown.name === 'trace' || shown.name === 'recall');
    if (example) goTo(tasks[plant][shown.name]);
    else if (shown.path !== undefined) goTo({ to: shown.path });
    // What the step says is read aloud, and its buttons are next.
    card.current?.focus();
  }, [shown, plant, isKnown]);

  if (shown === undefined) return null;

  function leave(): void {
    if (last) tour.finish();
    else tour.leave();
    document.getElementById('content')?.focus();
  }

  return (
    <Stack
      component="section"
      ref={card}
      gap={8}
      pos="fixed"
      right={24}
      bottom={24}
      w={340}
      maw="calc(100vw - 48px)"
      p="md"
      bd="1px solid var(--l-hairline)"
      bg="var(--l-raised)"
      style={{ zIndex: 5, borderRadius: 6, outline: 'none', boxShadow: 'var(--l-shadow)' }}
      aria-label={t('welcome.tour.title')}
      aria-describedby="tour-text"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <p className="muted">{t('welcome.tour.step', { step: step + 1, total: steps.length })}</p>
      <h2>{t(`welcome.tour.steps.${shown.name}.title`)}</h2>
      <p id="tour-text">{t(`welcome.tour.steps.${shown.name}.text`)}</p>
      <Group justify="flex-end" gap={8} mt={4}>
        {!last && (
          <Button size="compact-sm" variant="subtle" color="accent" onClick={leave}>
            {t('welcome.tour.leave')}
          </Button>
        )}
        {step > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => tour.go(step - 1)}>
            {t('welcome.tour.back')}
          </Button>
        )}
        <Button size="compact-sm" onClick={() => (last ? leave() : tour.go(step + 1))}>
          {t(last ? 'welcome.tour.done' : 'welcome.tour.next')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The offer of the tour, until it was taken or refused. */
export function TourOffer(): ReactNode {
  const { t } = useTranslation();
  const steps = useTourSteps();
  return (
    <Panel mb="sm">
      <Line>
        <p>{t('welcome.tour.offer', { count: steps.length })}</p>
        <Button size="compact-sm" variant="default" onClick={tour.start}>
          {t('welcome.tour.start')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="accent" onClick={tour.leave}>
          {t('welcome.tour.refuse')}
        </Button>
      </Line>
    </Panel>
  );
}
