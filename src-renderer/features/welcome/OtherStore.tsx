import type { ReactNode } from 'react';
import { useSession } from '#renderer/client/index.ts';
import styles from './welcome.module.css';

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
        <code key={command} className={styles.command}>
          {command}
        </code>
      ))}
    </>
  );
}
