import { Box, Group, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

type PageProps = {
  title: string;
  /** What is above the title: what kind of thing the page is about. */
  kind?: string;
  lead?: string;
  /** Stands beside the title, at the end of the line. */
  actions?: ReactNode;
  /** A code as title is in mono. */
  code?: boolean;
  children?: ReactNode;
};

/** One screen: its title, which is the window's too, and what it shows. */
export function Page({ title, kind, lead, actions, code = false, children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} – Lotline`;
  }, [title]);
  return (
    <Box maw={1440} p="20px 24px 48px">
      <Group component="header" justify="space-between" align="flex-start" gap="8px 16px" mb="md">
        <div>
          {kind !== undefined && <Small>{kind}</Small>}
          {code ? (
            <Box component="h1" ff="monospace" fw={500} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Box>
          ) : (
            <h1>{title}</h1>
          )}
          {lead !== undefined && (
            <Text mt={4} maw="72ch" c="dimmed">
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && <Line>{actions}</Line>}
      </Group>
      {children}
    </Box>
  );
}

/** A part of a screen under a heading of its own. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <Box component="section" mt="lg" aria-label={title}>
      <Group component="header" justify="space-between" gap="8px 16px" mb={8}>
        <h2>{title}</h2>
        {actions}
      </Group>
      {children}
    </Box>
  );
}

/** Names and values, side by side: the short answers at the head of a page. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  return (
    <Group component="dl" align="flex-start" gap="12px 32px">
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <dd>{value}</dd>
        </div>
      ))}
    </Group>
  );
}

/** What is beside the point, in small letters: a line of its own. */
export const Small = ({ children }: { children: ReactNode }): ReactNode => (
  <Text size="xs" c="dimmed">
    {children}
  </Text>
);

/** Things in a line that breaks where it must. */
export const Line = ({ children }: { children: ReactNode }): ReactNode => <Group gap="8px 12px">{children}</Group>;

type ColumnsProps = {
  /** How narrow a column may get before the next one goes below it, in pixels. */
  min: number;
  gap?: string;
  my?: number;
  children: ReactNode;
};

/** Parts side by side, as many as there is room for. (Mantine's own grid writes a <style>, which the page's policy forbids.) */
export const Columns = ({ min, gap = '16px 32px', my = 0, children }: ColumnsProps): ReactNode => (
  <Box
    my={my}
    style={{ display: 'grid', gridTemplateColumns: `repeat(auto-fit, minmax(min(${min}px, 100%), 1fr))`, gap }}
  >
    {children}
  </Box>
);

/** Two parts with tables side by side, one below the other where a table would be cut. */
export const Halves = ({ children }: { children: ReactNode }): ReactNode => (
  <Columns min={720} gap="0 32px">
    {children}
  </Columns>
);
