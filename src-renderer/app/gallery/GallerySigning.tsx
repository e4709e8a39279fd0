import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Section } from '#renderer/components/layout.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { SignaturePart } from '#renderer/components/SignaturePart.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import type { SigningShown } from '#renderer/components/SignForm.tsx';
import { SignedAction } from '#renderer/components/SignedAction.tsx';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import type { Signature } from '#shared/kernel/signature.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';

const nothing = (): void => undefined;
const reading: PreparedSignature = {
  sentence: 'Release 985 EA of JAM-APR lot JA-1052 at FINISHED: status Q becomes A.',
  language: 'en',
  records: [
    { record: 'status_decision', parts: ['JAM-APR', 'JA-1052', '', ''], version: 0 },
    { record: 'lot', parts: ['JAM-APR', 'JA-1052'], version: 2 },
  ],
  positions: [{ position: 1, by: 'self', meanings: ['released'] }],
  token: `en-${'0'.repeat(64)}`,
};
const plain: SigningShown = {
  isOpen: true,
  close: nothing,
  reading,
  isCurrent: true,
  changed: undefined,
  failure: undefined,
  running: false,
  retry: nothing,
  sign: () => Promise.resolve(false),
};
const refused = (code: ErrorCode, message: string, details = {}): SigningShown => ({
  ...plain,
  failure: { kind: 'refused', code, message, details },
});
const read = (change: Partial<PreparedSignature>): SigningShown => ({ ...plain, reading: { ...reading, ...change } });
const witness = { by: 'another', meanings: ['witnessed'] } as const;
const two = read({ positions: [...reading.positions, { position: 2, ...witness }] });

type State = { signing: SigningShown; signsWithUser?: boolean; children?: ReactNode };
const states: readonly (readonly [name: string, state: State])[] = [
  ['First signature', { signing: plain, signsWithUser: true }],
  ['Password alone', { signing: plain }],
  [
    'Several meanings',
    {
      signing: read({ positions: [{ position: 1, by: 'self', meanings: ['approved', 'performed'] }] }),
      children: <p>Shelf life: 540 → 360 days</p>,
    },
  ],
  ['Two people', { signing: two }],
  ['A witness alone', { signing: read({ positions: [{ position: 1, ...witness }] }) }],
  ['Being read', { signing: { ...plain, reading: undefined } }],
  ['Read anew', { signing: { ...plain, isCurrent: false } }],
  ['At work', { signing: { ...plain, running: true } }],
  ['Wrong password', { signing: refused('REAUTH_FAILED', '') }],
  ['Locked out', { signing: refused('LOCKED_OUT', '', { until: '2026-03-29T01:30:00Z' }) }],
  ['Same person twice', { signing: { ...refused('SEPARATION_OF_DUTIES', 'Somebody else than you.'), ...two } }],
  ['Training expired', { signing: refused('TRAINING_EXPIRED', 'The authorisation is not in force.') }],
  [
    'Changed meanwhile',
    {
      signing: {
        ...read({ sentence: reading.sentence.replace('985', '980') }),
        changed: { before: { ...reading, records: reading.records.map((one) => ({ ...one, version: 1 })) } },
      },
    },
  ],
  ['Not as looked at', { signing: refused('RECORD_CHANGED', 'It is 980 EA now, not 985.') }],
  ['Nobody answers', { signing: { ...plain, failure: { kind: 'away', code: 'INTERNAL', message: '' } } }],
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
  statement: `${reading.sentence} Tested, all within limits`,
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
        <SignedAction text="Usage decision" onOpen={() => undefined} isAllowed />{' '}
        <SignedAction text="Edit" to="/product/edit" isAllowed={false} />
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
        title={state?.[0] ?? ''}
        signer={{ name: 'Quentin Moreau', signsWithUser: state?.[1].signsWithUser === true }}
        reason={{ value: reason, set: setReason }}
        signing={{
          ...(state?.[1].signing ?? plain),
          isOpen: state !== undefined,
          close: () => setShown(undefined),
        }}
      >
        {state?.[1].children}
      </SignDialog>
    </>
  );
}
