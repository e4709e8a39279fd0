import { ActionIcon, Box, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * What a word or figure means, where it is: a small "?" that opens the explanation, by click or key, and closes
 * with Esc. Readers aloud hear it as soon as it opens.
 * @param about the word it explains, for the button's name
 */
export function Hint({ about, children }: { about: string; children: string }): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Box component="span" pos="relative" display="inline-flex" style={{ verticalAlign: 'middle' }}>
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
          <ActionIcon
            variant="transparent"
            aria-label={t('common.explain', { what: about })}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
            onKeyDown={(event) => event.key === 'Escape' && setOpened(false)}
          >
            <Box
              component="span"
              w={16}
              ta="center"
              lh="14px"
              fz={12}
              bd="1px solid var(--l-control)"
              style={{ borderRadius: 8 }}
            >
              ?
            </Box>
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown
          p="sm"
          fz={13}
          fw={400}
          lh="20px"
          c="var(--l-text)"
          ta="start"
          style={{ whiteSpace: 'normal' }}
        >
          {children}
        </Popover.Dropdown>
      </Popover>
      {/* What appears elsewhere on the page is not read aloud by itself; what changes in here is. */}
      <span role="status" className="hidden">
        {opened && children}
      </span>
    </Box>
  );
}
