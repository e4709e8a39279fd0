import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { breakLabel, formatRun } from '#renderer/components/columns.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { tracePlace } from '#renderer/components/address.ts';
import { LinkButton, UnitLink, ProductLink, PartnerLink } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import type { TracePicture, TraceSearch } from '../trace.hooks.ts';
import styles from './graph.module.css';

type PictureNode = TracePicture['nodes'][number];
type Goods = Extract<PictureNode, { kind: 'unit' | 'group' }>;
type Props = Pick<ScreenProps<TraceSearch>, 'search' | 'setSearch'> & { node: PictureNode };

/** What the selected node is: its own page, its stock and status, its holes, and what can be done with it. */
export function NodeHead({ node, search, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  if (node.kind === 'run') {
    return (
      <>
        <p className="muted">{t('trace.graph.run')}</p>
        <h3 className="mono">{formatRun(t, node)}</h3>
        <p>
          <MomentText at={node.at} />
        </p>
      </>
    );
  }
  if (node.kind === 'partner') {
    return (
      <>
        <p className="muted">{t(`fields.${node.side}`)}</p>
        <h3>
          <PartnerLink code={node.code} />
        </h3>
        <p>{node.name}</p>
      </>
    );
  }
  const opened = search.expanded.includes(node.id);
  return (
    <>
      <p className="muted">
        <Belonging node={node} />
      </p>
      <h3>
        {node.kind === 'unit' ? (
          <UnitLink unit={node.unit} />
        ) : (
          t(node.rest ? 'trace.graph.rest' : `trace.graph.groups.${node.of}`, { count: node.count })
        )}
      </h3>
      <p className={styles.facts}>
        {node.statuses.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
        {(node.kind === 'unit' || node.of === 'unit') && (
          <span>
            {t('dossier.onHand')}: <Quantity value={node.onHand} unit={node.unitOfMeasure} />
          </span>
        )}
        {(node.kind === 'unit' || node.of === 'unit') && <span>{t('trace.graph.level', { depth: node.depth })}</span>}
      </p>
      {node.breaks.map((why) => (
        <p key={why} className={styles.break}>
          {breakLabel(t, why)}
        </p>
      ))}
      <p className={styles.acts}>
        {node.kind === 'unit' && !node.root && (
          <LinkButton {...tracePlace(node.unit, search.direction)} size="compact-sm" variant="default">
            {t('trace.graph.traceThis')}
          </LinkButton>
        )}
        {node.kind === 'group' && !opened && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setSearch({ expanded: [...search.expanded, node.id] })}
          >
            {t('trace.graph.expand')}
          </Button>
        )}
        {node.kind === 'group' && opened && <span className="muted">{t('trace.graph.noRoom')}</span>}
      </p>
    </>
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
