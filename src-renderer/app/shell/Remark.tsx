import { Group } from '@mantine/core';
import type { AriaRole, ReactNode } from 'react';
import { Icon, type IconName } from '#renderer/components/icons.tsx';

type Props = { icon?: IconName; role: AriaRole; children: ReactNode };

/** Something to know, across the top of whatever screen is open. */
export const Remark = ({ icon, role, children }: Props): ReactNode => (
  <Group
    gap={8}
    p="8px 24px"
    bg="var(--l-sunken)"
    style={{ borderBlockEnd: '1px solid var(--l-hairline)' }}
    role={role}
  >
    {icon !== undefined && <Icon name={icon} />}
    <span>{children}</span>
  </Group>
);
