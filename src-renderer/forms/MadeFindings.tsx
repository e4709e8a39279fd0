import type { ReactNode } from 'react';
import { Icon } from '#renderer/components/icons.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import type { Message } from '#shared/kernel/message.ts';

/** What was found of a record that is made all the same, and the way on to it. */
export function MadeFindings({ findings, children }: { findings: readonly Message[]; children: ReactNode }): ReactNode {
  const messageText = useMessage();
  return (
    <>
      {findings.map((finding) => (
        <p key={finding.pattern} className="warning" role="status">
          <Icon name="warning" /> {messageText(finding)}
        </p>
      ))}
      {children}
    </>
  );
}
