import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Section } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { SignaturePart } from '#renderer/components/SignaturePart.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import type { SignFormProps } from '#renderer/components/SignForm.tsx';
import { SignedAction } from '#renderer/components/SignedAction.tsx';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import type { Signature } from '#shared/kernel/signature.ts';

const nothing = (): void => undefined;
const idle = { running: false, failure: undefined };
const refused = (code: ErrorCode, message: string, details = {}) => ({
  running: false,
  failure: { kind: 'refused' as const, code, message, details },
});

const plain: SignFormProps = {
  statement: 'Release 985 EA of JAM-APR lot JA-1052 at FINISHED: status Q becomes A.',
  meanings: ['released'],
  signer: { name: 'Quentin Moreau', signsWithUser: false },
  work: idle,
  onSign: nothing,
};

const states: readonly (readonly [name: string, props: SignFormProps])[] = [
  ['First signature', { ...plain, signer: { ...plain.signer, signsWithUser: true } }],
  ['Password alone', plain],
  ['Several meanings', { ...plain, meanings: ['approved', 'performed'], children: <p>Shelf life: 540 → 360 days</p> }],
  ['Two people', { ...plain, needsWitness: true }],
  ['At work', { ...plain, work: { running: true, failure: undefined } }],
  ['Wrong password', { ...plain, work: refused('REAUTH_FAILED', '') }],
  ['Locked out', { ...plain, work: refused('LOCKED_OUT', '', { until: '2026-03-29T01:30:00Z' }) }],
  [
    'Same person twice',
    { ...plain, needsWitness: true, work: refused('SEPARATION_OF_DUTIES', 'Somebody else than you.') },
  ],
  ['Training expired', { ...plain, work: refused('TRAINING_EXPIRED', 'The qualification is not in force.') }],
  ['Record changed', { ...plain, work: refused('RECORD_CHANGED', 'It is 980 EA now, not 985.'), lookAgain: nothing }],
  ['Nobody answers', { ...plain, work: { running: false, failure: { kind: 'away', code: 'INTERNAL', message: '' } } }],
];

const signed: Signature = {
  id: '12-1',
  record: 'status_decision',
  parts: ['JAM-APR', 'JA-1052', '', ''],
  version: 1,
  meaning: 'released',
  person: 'quentin',
  name: 'Quentin Moreau',
  role: 'qualityManager',
  at: '2026-03-29T01:30:00Z',
  statement: `${plain.statement} Tested, all within limits`,
  comment: 'COA 4411',
  entry: 12,
  superseded: false,
};

/** The dialog in which something is signed, in every state, and signatures as pages show them. */
export function Signing(): ReactNode {
  const [shown, setShown] = useState<string>();
  const [reason, setReason] = useState('');
  const state = states.find(([name]) => name === shown);
  return (
    <>
      <Section title="Signing">
        {states.map(([name]) => (
          <Button key={name} variant="default" size="compact-sm" onClick={() => setShown(name)}>
            {name}
          </Button>
        ))}{' '}
        <SignedAction text="Change status" href="#/status" isAllowed />{' '}
        <SignedAction text="Edit" href="#/edit" isAllowed={false} />
        <NeedsPeople demo={false} />
      </Section>
      <SignaturePart
        mayAudit
        signatures={[
          { ...signed, entry: 13, id: '13-1', meaning: 'rejected', comment: '' },
          { ...signed, superseded: true },
        ]}
      />
      <SignDialog
        opened={state !== undefined}
        title={state?.[0] ?? ''}
        {...(state?.[1] ?? plain)}
        reason={{ value: reason, set: setReason }}
        onClose={() => setShown(undefined)}
      />
    </>
  );
}
