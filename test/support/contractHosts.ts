import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientLink, ORPCError } from '@orpc/client';
import { type App, createApp } from '#main/app/createApp.ts';
import { openLine } from '#main/hosts/electron/calls.ts';
import { createPortLink } from '#renderer/client/messagePort.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { newChannel } from './electronPorts.ts';
import { type CallContext, httpLink, logIn, startTestHost } from './http.ts';

/** A refusal as a client sees it, whichever way it came. */
export type Refusal = { code: string; message: string; details: Record<string, unknown> };
export type Answer = { reply: unknown } | { refusal: Refusal };

/** A way to the operations of an app. */
export type Way = {
  send(operation: string, input: unknown, commandId?: string): Promise<Answer>;
  close(): Promise<void>;
};

/** Every way there is to the contract, each over an app that it is given. */
export const ways: Readonly<Record<string, (app: App) => Promise<Way>>> = {
  'in-process': async (app) => {
    const session = app.open({ readsPaths: false });
    return {
      send: (operation, input, commandId) => settle(app.call(session, { operation, input, commandId })),
      close: async () => undefined,
    };
  },
  'over HTTP': async (app) => {
    const host = await startTestHost(app);
    const link = httpLink(host, await logIn(host));
    return {
      send: (operation, input, commandId) => sendBy(link, { operation, input, commandId }),
      close: () => host.close(),
    };
  },
  'over a message port': async (app) => {
    const { ours, theirs } = newChannel();
    openLine(app, app.open({ readsPaths: false }))(ours);
    const link = createPortLink(() => theirs);
    return {
      send: (operation, input, commandId) => sendBy(link, { operation, input, commandId }),
      close: async () => theirs.close(),
    };
  },
};

/** An app on a store of its own in the temporary folder. */
export async function openTestApp(): Promise<{ app: App; file: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'lotline-test-'));
  const file = join(folder, 'test.lotline');
  const app = await createApp({ file, mode: 'create', host: 'test' });
  return {
    app,
    file,
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Call = { operation: string; input: unknown; commandId: string | undefined };

const sendBy = (link: ClientLink<CallContext>, { operation, input, commandId }: Call): Promise<Answer> =>
  settle(link.call(operation.split('.'), input, { context: commandId === undefined ? {} : { commandId } }));

async function settle(call: Promise<unknown>): Promise<Answer> {
  try {
    return { reply: await call };
  } catch (error) {
    if (isLotlineError(error))
      return { refusal: { code: error.code, message: error.message, details: { ...error.details } } };
    if (!(error instanceof ORPCError)) throw error;
    // The shape that every operation of the contract declares for its errors; a missing one fails the comparison.
    const { details } = error.data as { details: Record<string, unknown> };
    return { refusal: { code: error.code, message: error.message, details } };
  }
}
