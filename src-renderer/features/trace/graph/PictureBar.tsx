import { ActionIcon, Button, Group, Popover, Text } from '@mantine/core';
import { MiniMap, useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '#renderer/components/icons.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { mostNodes } from '#shared/trace/picture.ts';
import type { TracePicture, TraceSearch } from '../trace.hooks.ts';
import type { Framing } from './useFraming.ts';
import { zoomStep } from './useWalk.ts';
import { largestScale, smallestScale } from './view.ts';

/** A picture of more nodes has an overview. */
const seenAtOnce = 60;
const overview = { width: 320, height: 200, position: 'static', margin: 0, background: 'var(--l-sunken)' } as const;

type Props = ScreenProps<TraceSearch> & { picture: TracePicture; framing: Framing };

/** Above the drawing, where it hides none of it: how much is drawn, and what makes it larger and smaller. */
export function PictureBar({
  picture: { nodes, counts },
  framing: { zoom, fit },
  search,
  setSearch,
}: Props): ReactNode {
  const { t } = useTranslation();
  const scale = useStore(({ transform }) => transform[2]);
  return (
    <Group justify="space-between" gap="xs" px="xs" py={4}>
      <Text size="xs" c="dimmed">
        {nodes.length < counts.nodes
          ? t('trace.graph.grouped', { count: nodes.length, total: counts.nodes, most: mostNodes })
          : t('trace.graph.keys')}{' '}
        {search.expanded.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setSearch({ expanded: [] })}>
            {t('trace.graph.collapseAll')}
          </Button>
        )}
      </Text>
      <Group gap={4}>
        {nodes.length > seenAtOnce && (
          <Popover position="bottom-end" withinPortal={false}>
            <Popover.Target>
              <Button size="compact-sm" variant="subtle">
                {t('trace.graph.overview')}
              </Button>
            </Popover.Target>
            <Popover.Dropdown p={4}>
              <MiniMap
                ariaLabel={t('trace.graph.overviewOf')}
                pannable
                nodeColor="var(--l-control)"
                maskColor="color-mix(in srgb, var(--l-surface) 60%, transparent)"
                style={overview}
              />
            </Popover.Dropdown>
          </Popover>
        )}
        <Act name="smaller" icon="minus" act={() => zoom(1 / zoomStep)} disabled={scale <= smallestScale} />
        <Text size="xs" c="dimmed" w={44} ta="center" aria-live="polite">
          {t('common.share', { percent: Math.round(scale * 100) })}
        </Text>
        <Act name="larger" icon="plus" act={() => zoom(zoomStep)} disabled={scale >= largestScale} />
        <Act name="fit" icon="fit" act={fit} />
      </Group>
    </Group>
  );
}

type ActProps = { name: 'smaller' | 'larger' | 'fit'; icon: IconName; act: () => void; disabled?: boolean };

function Act({ name, icon, act, disabled = false }: ActProps): ReactNode {
  const { t } = useTranslation();
  const label = t(`trace.graph.${name}`);
  return (
    <ActionIcon variant="default" aria-label={label} title={label} onClick={act} disabled={disabled}>
      <Icon name={icon} size={14} />
    </ActionIcon>
  );
}
