import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '#renderer/client/index.ts';

export const demoCommands = ['npm start', 'npm start -- --demo device'] as const;
export const ownCommands = ['npm start -- --store my-plant.lotline'] as const;

type Props = { inMenu: string; asked: string; commands: readonly string[] };

/** How another store is opened: a window has a menu for it; what serves a browser is started once more. */
export function OtherStore({ inMenu, asked, commands }: Props): ReactNode {
  const { data } = useSession();
  if (data === undefined) return null;
  if (data.host === 'electron') return <p>{inMenu}</p>;
  return (
    <>
      <p>{asked}</p>
      {commands.map((command) => (
        <Code
          key={command}
          display="block"
          w="fit-content"
          mb={4}
          p="2px 8px"
          fz={13}
          bg="none"
          bd="1px solid var(--l-hairline)"
          style={{ overflowWrap: 'anywhere' }}
        >
          {command}
        </Code>
      ))}
    </>
  );
}
