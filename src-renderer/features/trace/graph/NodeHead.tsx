import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OnHold, StatusBadge } from '#renderer/components/Badge.tsx';
import { breakLabel, formatRun } from '#renderer/components/columns.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { tracePlace } from '#renderer/components/address.ts';
import { LinkButton, UnitLink, ProductLink, PartnerLink } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import type { TracePicture, TraceSearch } from '../trace.hooks.ts';
import { groupName } from './names.ts';

type PictureNode = TracePicture['nodes'][number];
type Goods = Extract<PictureNode, { kind: 'unit' | 'group' }>;
type Props = Pick<ScreenProps<TraceSearch>, 'search' | 'setSearch'> & { node: PictureNode };

/** What the selected node is: its own page, its stock and status, its holes, and what can be done with it. */
export function NodeHead({ node, search, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  if (node.kind === 'run') {
    return (
      <Stack gap={4}>
        <Text c="dimmed">{t('trace.graph.run')}</Text>
        <Title order={3} className="mono">
          {formatRun(t, node)}
        </Title>
        <MomentText at={node.at} />
      </Stack>
    );
  }
  if (node.kind === 'partner') {
    return (
      <Stack gap={4}>
        <Text c="dimmed">{t(`fields.${node.side}`)}</Text>
        <Title order={3}>
          <PartnerLink code={node.code} />
        </Title>
        <Text>{node.name}</Text>
      </Stack>
    );
  }
  const opened = search.expanded.includes(node.id);
  const isOfUnits = node.kind === 'unit' || node.of === 'unit';
  return (
    <Stack gap={4} align="flex-start">
      <Text c="dimmed">
        <Belonging node={node} />
      </Text>
      <Title order={3}>{node.kind === 'unit' ? <UnitLink unit={node.unit} /> : groupName(t, node)}</Title>
      <Group gap="xs">
        {node.statuses.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
        <OnHold held={node.held} />
        {isOfUnits && (
          <span>
            {t('dossier.onHand')}: <Quantity value={node.onHand} unit={node.unitOfMeasure} />
          </span>
        )}
        {isOfUnits && <span>{t('trace.graph.level', { depth: node.depth })}</span>}
      </Group>
      {node.breaks.map((why) => (
        <Text key={why} className="warning">
          {breakLabel(t, why)}
        </Text>
      ))}
      {node.kind === 'unit' && !node.root && (
        <LinkButton {...tracePlace(node.unit, search.direction)} size="compact-sm" variant="default" mt={4}>
          {t('trace.graph.traceThis')}
        </LinkButton>
      )}
      {node.kind === 'group' && !opened && (
        <Button
          size="compact-sm"
          variant="default"
          mt={4}
          onClick={() => setSearch({ expanded: [...search.expanded, node.id] })}
        >
          {t('trace.graph.expand')}
        </Button>
      )}
      {node.kind === 'group' && opened && <Text c="dimmed">{t('trace.graph.noRoom')}</Text>}
    </Stack>
  );
}

/** What the goods belong to: their product, or the step whose products stand together, or partners of one side. */
function Belonging({ node }: { node: Goods }): ReactNode {
  const { t } = useTranslation();
  if (node.kind === 'unit') return <ProductLink code={node.unit.product} />;
  if (node.product !== '') return <ProductLink code={node.product} />;
  if (node.of === 'supplier' || node.of === 'customer') return t(`fields.${node.of}`);
  return t('trace.graph.level', { depth: node.depth });
}
