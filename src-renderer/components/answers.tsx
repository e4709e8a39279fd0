import { Box, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  /** The widths of the columns; as many as there is room for unless said. */
  columns?: string;
  children: ReactNode;
};

/** The answers a page opens with, side by side between two lines. */
export const Answers = ({ columns, children }: Props): ReactNode => (
  <Box
    my="md"
    py="md"
    style={{
      display: 'grid',
      gridTemplateColumns: columns ?? 'repeat(auto-fit, minmax(136px, 1fr))',
      gap: '16px 24px',
      border: 'solid var(--l-hairline)',
      borderWidth: '1px 0',
    }}
  >
    {children}
  </Box>
);

/** One of them, under what it is the answer to. */
export const AnswerPart = ({ title, children }: { title: ReactNode; children: ReactNode }): ReactNode => (
  <Stack component="section" gap={0} align="flex-start">
    <Text component="h2" size="xs" fz={13} fw={500} lh="24px" c="dimmed">
      {title}
    </Text>
    {children}
  </Stack>
);

/** A figure that is seen from afar. */
export const Figure = ({ children }: { children: ReactNode }): ReactNode => (
  <Text fz={20} fw={600} lh="28px">
    {children}
  </Text>
);
