import { CloseButton } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRun } from '#renderer/components/columns.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import type { TracePicture, TraceSearch } from '../trace.hooks.ts';
import { linkId, type PictureLink } from './flow.ts';
import styles from './graph.module.css';
import { LinkEvidence } from './LinkEvidence.tsx';
import { NodeHead } from './NodeHead.tsx';

type PictureNode = TracePicture['nodes'][number];
type Props = ScreenProps<TraceSearch> & {
  picture: TracePicture;
  node: PictureNode | undefined;
  link: PictureLink | undefined;
};

/** What is known of the selected node or link, beside the picture. */
export function SelectionPanel({ picture, node, link, search, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  const nodes = new Map(picture.nodes.map((one) => [one.id, one]));
  return (
    <aside className={styles.panel} aria-label={t('trace.graph.selection')}>
      <CloseButton
        className={styles.close}
        aria-label={t('trace.graph.closeSelection')}
        onClick={() => setSearch({ selected: '' })}
      />
      {node !== undefined && (
        <>
          <NodeHead node={node} search={search} setSearch={setSearch} />
          <Ends picture={picture} node={node} nodes={nodes} setSearch={setSearch} />
        </>
      )}
      {node === undefined && link !== undefined && <LinkPart link={link} nodes={nodes} setSearch={setSearch} />}
    </aside>
  );
}

type Nodes = ReadonlyMap<string, PictureNode>;

/** So many links are listed at most; the lists below the picture are complete. */
const mostListed = 50;

function Ends({
  picture,
  node,
  nodes,
  setSearch,
}: Pick<Props, 'picture' | 'setSearch'> & { node: PictureNode; nodes: Nodes }): ReactNode {
  const { t } = useTranslation();
  const ends = picture.links.filter(({ from, to }) => from === node.id || to === node.id);
  return (
    <>
      <ul className={styles.ends}>
        {ends.slice(0, mostListed).map((link) => (
          <li key={linkId(link)}>
            <button type="button" onClick={() => setSearch({ selected: linkId(link) })}>
              <span>
                <span className="muted">{t(`trace.graph.kinds.${link.kind}`)}</span>{' '}
                <span className="mono">{nameOf(t, nodes.get(link.from === node.id ? link.to : link.from))}</span>
              </span>{' '}
              {/* A column of its own, so that no number stands right before it. */}
              <span className={styles.quantity}>
                <LinkQuantity link={link} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {ends.length > mostListed && <p className="muted">{t('common.more', { count: ends.length - mostListed })}</p>}
    </>
  );
}

function LinkPart({
  link,
  nodes,
  setSearch,
}: { link: PictureLink; nodes: Nodes } & Pick<Props, 'setSearch'>): ReactNode {
  const { t } = useTranslation();
  const [from, to] = [nodes.get(link.from), nodes.get(link.to)];
  return (
    <>
      <p className="muted">{t(`trace.graph.kinds.${link.kind}`)}</p>
      <h3>
        <EndButton node={from} setSearch={setSearch} /> <span aria-hidden="true">→</span>
        <span className="hidden">{t('trace.graph.to')}</span> <EndButton node={to} setSearch={setSearch} />
      </h3>
      <p>
        <LinkQuantity link={link} />
      </p>
      <LinkEvidence link={link} from={from} to={to} />
    </>
  );
}

function EndButton({ node, setSearch }: { node: PictureNode | undefined } & Pick<Props, 'setSearch'>): ReactNode {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.end} onClick={() => setSearch({ selected: node?.id ?? '' })}>
      {nameOf(t, node)}
    </button>
  );
}

const LinkQuantity = ({ link }: { link: PictureLink }): ReactNode =>
  link.unitOfMeasure === '' ? null : <Quantity value={link.quantity} unit={link.unitOfMeasure} />;

function nameOf(t: TFunction, node: PictureNode | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'run') return formatRun(t, node);
  if (node.kind === 'unit') return [node.unit.product, node.unit.serial || node.unit.lot].join(' ').trim();
  if (node.kind === 'group') return `${node.count} × ${node.product}`.replace(/ × $/, '');
  return node.code;
}
