import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Hint.module.css';

/**
 * What a word or figure means, where it is: a small "?" that opens the explanation, by click or key, and closes
 * with Esc. Readers aloud hear it as soon as it opens.
 * @param about the word it explains, for the button's name
 */
export function Hint({ about, children }: { about: string; children: string }): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <span className={styles.hint}>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        width={320}
        withinPortal={false}
        withRoles={false}
        closeOnEscape
      >
        <Popover.Target>
          <button
            type="button"
            className={styles.button}
            aria-label={t('common.explain', { what: about })}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
            onKeyDown={(event) => event.key === 'Escape' && setOpened(false)}
          >
            ?
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.text}>{children}</Popover.Dropdown>
      </Popover>
      {/* What appears elsewhere on the page is not read aloud by itself; what changes in here is. */}
      <span role="status" className="hidden">
        {opened && children}
      </span>
    </span>
  );
}
