import { Box, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { DocumentLink } from '#renderer/components/links.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { MovementRow } from '#shared/movements/contract.ts';
import { type LinkedMovements, type TracePicture, useLinkMovements } from '../trace.hooks.ts';
import type { PictureLink } from './flow.ts';

type PictureNode = TracePicture['nodes'][number];
type Ends = { link: PictureLink; from: PictureNode | undefined; to: PictureNode | undefined };

/** Why a link is there: the movements behind it, with who recorded them, where, when, and how. */
export function LinkEvidence({ link, from, to }: Ends): ReactNode {
  const { t } = useTranslation();
  const filter = movementsBehind({ link, from, to });
  const asked = useLinkMovements(filter);
  if (filter === undefined) return <p className="muted">{t('trace.graph.openGroups')}</p>;
  return (
    <Answer asked={asked}>
      {({ rows, total }) => (
        <>
          <Stack component="ul" gap={0} my="xs">
            {rows.map((row) => (
              <Movement key={row.id} row={row} />
            ))}
          </Stack>
          {rows.length === 0 && <p className="muted">{t('trace.graph.noMovements')}</p>}
          {total > rows.length && <p className="muted">{t('common.more', { count: total - rows.length })}</p>}
        </>
      )}
    </Answer>
  );
}

function Movement({ row }: { row: MovementRow }): ReactNode {
  const { t } = useTranslation();
  return (
    <Box component="li" py="xs" style={{ borderTop: '1px solid var(--l-hairline)' }}>
      <Text>
        <b>{t(`movements.kinds.${row.kind}`)}</b> <DocumentLink number={row.document} />{' '}
        <Quantity value={row.quantity} unit={row.unitOfMeasure} />
      </Text>
      <MomentText at={row.at} />
      <Text c="dimmed">
        {t('trace.graph.recorded', {
          person: row.person,
          workstation: row.workstation,
          evidence: t(`movements.evidences.${row.evidence}`),
        })}
      </Text>
      {row.late && (
        <Text className="warning">
          {t('movements.late')}: <MomentText at={row.recordedAt} />
        </Text>
      )}
      {(row.reversedBy !== 0 || row.reverses !== 0) && <Text className="warning">{t('trace.graph.reversed')}</Text>}
    </Box>
  );
}

/** Which movements a link between two single nodes stands for; undefined where a group is at one of its ends. */
function movementsBehind({ link, from, to }: Ends): LinkedMovements | undefined {
  const goods = from?.kind === 'unit' ? from : to?.kind === 'unit' ? to : undefined;
  const other = goods === from ? to : from;
  if (goods === undefined || other === undefined || other.kind === 'group') return undefined;
  const { unit } = goods;
  if (other.kind === 'run') return { unit, workOrder: other.workOrder, run: other.run };
  if (other.kind === 'partner') return { unit, partner: other.code };
  // Between two units: goods that got a name are told by either; a component by its own consumption.
  return link.kind === 'naming' ? { unit: other.unit, naming: true } : { unit, kinds: ['consumption'] };
}
