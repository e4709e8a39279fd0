import type { IpcMain, MessageEvent, MessagePortMain } from 'electron';
import { RPCHandler } from '@orpc/server/message-port';
import type { App } from '#main/app/createApp.ts';
import { type RpcContext, rpcOptions, rpcRouter } from '#main/app/rpc.ts';
import { connectMessage } from '#shared/kernel/desktop.ts';
import { isOurs } from './confine.ts';

/** What is used of a port of Electron's. */
export type Port = Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> & {
  on(event: 'message', heard: (message: MessageEvent) => void): unknown;
  on(event: 'close', heard: () => void): unknown;
};
/** Answers the operations called through a port. */
export type Line = (port: Port) => void;

/** The most characters of a call; files are sent as uploads. */
const longestCall = 5 * 1024 ** 2;

/** Every operation of the contract over a message port, for one session. */
export function openLine(lotline: Pick<App, 'call'>, session: ReturnType<App['open']>): Line {
  const handler = new RPCHandler<RpcContext>(rpcRouter(lotline), rpcOptions());
  return (port) => {
    handler.upgrade(guarded(port), { context: { session } });
    port.start();
  };
}

/** Pages send text of limited length. A port that does otherwise is closed, and its message is not read. */
function guarded(port: Port) {
  return {
    on(event: string, heard: (message?: { data: unknown }) => void): void {
      if (event === 'close') return void port.on('close', () => heard());
      port.on('message', (message) => {
        // Electron passes on anything the page sent.
        const data: unknown = message.data;
        if (typeof data === 'string' && data.length <= longestCall) heard(message);
        else port.close();
      });
    },
    postMessage: (data: unknown): void => port.postMessage(data),
  };
}

/** Accepts the ports of our own page; frames inside it, other pages and pages that are gone are ignored. */
export function takeCalls(ipc: IpcMain, line: () => Line): void {
  ipc.on(connectMessage, ({ ports, senderFrame }) => {
    const [port] = ports;
    const isOurPage = senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);
    if (isOurPage && port !== undefined) line()(port);
  });
}
