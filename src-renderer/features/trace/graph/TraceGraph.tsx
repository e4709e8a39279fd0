import '@xyflow/react/dist/base.css';
import { Box, Paper } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { ReactFlowProvider } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HeightDivider } from '#renderer/components/HeightDivider.tsx';
import { heightWithin, usualHeight } from '#renderer/components/heights.ts';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, Loading } from '#renderer/components/states.tsx';
import type { Unit } from '#shared/kernel/unit.ts';
import { type TracePicture, type TraceSearch, useTracePicture } from '../trace.hooks.ts';
import { Drawing } from './Drawing.tsx';
import { useArrangement } from './useArrangement.ts';

type Props = ScreenProps<TraceSearch> & {
  unit: Unit;
  /** Where the keyboard goes from the picture. */
  leave: () => void;
};

/** The trace as a picture, left to right from suppliers to customers, as high as its person made it. */
export function TraceGraph({ unit, search, setSearch, leave }: Props): ReactNode {
  const { t } = useTranslation();
  const { direction, anyTime, expanded } = search;
  const asked = useTracePicture({ unit, direction, dated: !anyTime, expanded });
  const [height, setHeight] = useLocalStorage({
    key: 'lotline.pictureHeight',
    defaultValue: usualHeight,
    getInitialValueInEffect: false,
    deserialize: (text) => heightWithin(Number(text ?? usualHeight)),
  });
  return (
    <Box component="section" aria-label={t('trace.graph.title')} mb="xs">
      <Answer asked={asked}>
        {(picture) => (
          <>
            <Paper withBorder bg="var(--l-raised)">
              <ReactFlowProvider>
                <Arranged
                  picture={picture}
                  height={`${height}vh`}
                  search={search}
                  setSearch={setSearch}
                  leave={leave}
                />
              </ReactFlowProvider>
            </Paper>
            <HeightDivider label={t('trace.graph.height')} value={height} onChange={setHeight} />
          </>
        )}
      </Answer>
    </Box>
  );
}

function Arranged({ picture, ...drawn }: Omit<Props, 'unit'> & { picture: TracePicture; height: string }): ReactNode {
  const { t } = useTranslation();
  const arrangement = useArrangement(picture);
  if (arrangement !== undefined) return <Drawing picture={picture} arrangement={arrangement} {...drawn} />;
  return (
    // As large as the picture will be, so that what stands below stays where it is.
    <Box h={`calc(${drawn.height} + 37px)`} p="md">
      <Loading what={t('trace.graph.arranging', { count: picture.nodes.length })} />
    </Box>
  );
}
