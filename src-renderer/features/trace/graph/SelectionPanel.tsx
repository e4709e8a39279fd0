import { Anchor, Box, CloseButton, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity } from '#renderer/components/figures.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import type { TracePicture, TraceSearch } from '../trace.hooks.ts';
import { linkId, type PictureLink } from './flow.ts';
import { LinkEvidence } from './LinkEvidence.tsx';
import { type Nodes, nodeName } from './names.ts';
import { NodeHead } from './NodeHead.tsx';

type PictureNode = TracePicture['nodes'][number];
type Props = ScreenProps<TraceSearch> & {
  picture: TracePicture;
  node: PictureNode | undefined;
  link: PictureLink | undefined;
  close: () => void;
};

/** What is known of the selected node or link, beside the picture. */
export function SelectionPanel({ picture, node, link, search, setSearch, close }: Props): ReactNode {
  const { t } = useTranslation();
  const nodes = new Map(picture.nodes.map((one) => [one.id, one]));
  return (
    <Box component="aside" p="sm" aria-label={t('trace.graph.selection')}>
      <CloseButton style={{ float: 'inline-end' }} aria-label={t('trace.graph.closeSelection')} onClick={close} />
      {node !== undefined && (
        <>
          <NodeHead node={node} search={search} setSearch={setSearch} />
          <Ends picture={picture} node={node} nodes={nodes} setSearch={setSearch} />
        </>
      )}
      {node === undefined && link !== undefined && <LinkPart link={link} nodes={nodes} setSearch={setSearch} />}
    </Box>
  );
}

/** So many links are listed at most; the lists below the picture are complete. */
const mostListed = 50;

const apart = { justifyContent: 'space-between', gap: 12 };

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
      <Stack component="ul" gap={0} mt="sm">
        {ends.slice(0, mostListed).map((link) => (
          <Box component="li" key={linkId(link)} style={{ borderTop: '1px solid var(--l-hairline)' }}>
            <UnstyledButton
              display="flex"
              w="100%"
              py={4}
              style={apart}
              onClick={() => setSearch({ selected: linkId(link) })}
            >
              <span>
                <span className="muted">{t(`trace.graph.kinds.${link.kind}`)}</span>{' '}
                <span className="mono">{nodeName(t, nodes.get(link.from === node.id ? link.to : link.from))}</span>
              </span>{' '}
              {/* A column of its own, so that no number stands right before it. */}
              <span className="nowrap">
                <LinkQuantity link={link} />
              </span>
            </UnstyledButton>
          </Box>
        ))}
      </Stack>
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
    <Stack gap={4}>
      <Text c="dimmed">{t(`trace.graph.kinds.${link.kind}`)}</Text>
      <Title order={3}>
        <EndButton node={from} setSearch={setSearch} /> <span aria-hidden="true">→</span>
        <span className="hidden">{t('trace.graph.to')}</span> <EndButton node={to} setSearch={setSearch} />
      </Title>
      <LinkQuantity link={link} />
      <LinkEvidence link={link} from={from} to={to} />
    </Stack>
  );
}

function EndButton({ node, setSearch }: { node: PictureNode | undefined } & Pick<Props, 'setSearch'>): ReactNode {
  const { t } = useTranslation();
  return (
    <Anchor component="button" type="button" className="mono" onClick={() => setSearch({ selected: node?.id ?? '' })}>
      {nodeName(t, node)}
    </Anchor>
  );
}

const LinkQuantity = ({ link }: { link: PictureLink }): ReactNode =>
  link.unitOfMeasure === '' ? null : <Quantity value={link.quantity} unit={link.unitOfMeasure} />;
