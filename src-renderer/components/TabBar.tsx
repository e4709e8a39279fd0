import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { Quantity } from './figures.tsx';

type Props<Value extends string> = {
  label: string;
  tabs: readonly { value: Value; label: string; count: number }[];
  value: Value;
  onTab: (value: Value) => void;
  /** What the chosen tab shows. */
  children: ReactNode;
};

/** Lists of one answer, each with how long it is. */
export function TabBar<Value extends string>({ label, tabs, value, onTab, children }: Props<Value>): ReactNode {
  return (
    <Tabs
      value={value}
      keepMounted={false}
      onChange={(next) => {
        const tab = tabs.find((candidate) => candidate.value === next);
        if (tab !== undefined) onTab(tab.value);
      }}
    >
      <Tabs.List aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.label}{' '}
            <span className="muted">
              <Quantity value={String(tab.count)} />
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.value} value={tab.value}>
          {tab.value === value && children}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
