import { Button } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { SetUpPage } from './SetUpPage.tsx';
import { Answer, type Askable } from './states.tsx';

type Props<R> = Pick<ComponentProps<typeof SetUpPage>, 'at' | 'lead'> & {
  /** What the way to a new rule is called, and what is said to those who may make none. */
  newRule: string;
  noRight: string;
  asked: Askable<{ rules: R[] }>;
  mayChange: boolean;
  /** Whether the form is open, about a rule that is there or a new one. */
  isOpen: boolean;
  onNew: () => void;
  form: (rules: readonly R[]) => ReactNode;
  /** What is drawn where there is no rule. */
  nothing: ReactNode;
  /** Rules can be changed while no form is open. */
  table: (rules: readonly R[], canChange: boolean) => ReactNode;
};

/** A part of the set-up that is rules at levels: a table of them, and the form of the one that is made or changed. */
export function RulesPage<R>(props: Props<R>): ReactNode {
  const { at, lead, newRule, noRight, asked, mayChange, isOpen, onNew, form, nothing, table } = props;
  const canChange = mayChange && !isOpen;
  return (
    <SetUpPage
      at={at}
      lead={lead}
      actions={
        canChange && (
          <Button variant="default" onClick={onNew}>
            {newRule}
          </Button>
        )
      }
    >
      {!mayChange && <p className="muted">{noRight}</p>}
      <Answer asked={asked}>
        {({ rules }) => (
          <>
            {mayChange && isOpen && form(rules)}
            {rules.length === 0 ? nothing : table(rules, canChange)}
          </>
        )}
      </Answer>
    </SetUpPage>
  );
}
