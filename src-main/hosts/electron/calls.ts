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
/** Answers the operations that are asked for through a port. */
export type Line = (port: Port) => void;

/** A call holds at most so many characters; files are handed over as uploads. */
const longestCall = 5 * 1024 ** 2;

/** Every operation of the contract over a message port, for one session. */
export function openLine(lotline: Pick<App, 'call'>, session: ReturnType<App['open']>): Line {
  const handler = new RPCHandler<RpcContext>(rpcRouter(lotline), rpcOptions());
  return (port) => {
    handler.upgrade(guarded(port), { context: { session } });
    port.start();
  };
}

/** Pages speak in text, and not at length. A port that does otherwise is closed, and what it said goes unread. */
function guarded(port: Port) {
  return {
    on(event: string, heard: (message?: { data: unknown }) => void): void {
      if (event === 'close') return void port.on('close', () => heard());
      port.on('message', (message) => {
        // Electron hands on whatever the page sent.
        const data: unknown = message.data;
        if (typeof data === 'string' && data.length <= longestCall) heard(message);
        else port.close();
      });
    },
    postMessage: (data: unknown): void => port.postMessage(data),
  };
}

/** Takes the ports that our own page hands over; frames inside it, other pages and pages that are gone are not heard. */
export function takeCalls(ipc: IpcMain, line: () => Line): void {
  ipc.on(connectMessage, ({ ports, senderFrame }) => {
    const [port] = ports;
    const isOurPage = senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);
    if (isOurPage && port !== undefined) line()(port);
  });
}
