import { type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { connectMessage } from '#shared/kernel/desktop.ts';
import { type Api, type CallContext, headersOf } from './api.ts';
import { HostAwayError } from './failure.ts';

/** Every operation of the contract over a message port to the window that holds this page. */
export const createPortApi = (): Api => createORPCClient<Api>(createPortLink(connect));

/** Hands one end of a channel to the window's preload, which hands it on to the host. What is said meanwhile waits in it. */
function connect(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(connectMessage, window.location.origin, [port2]);
  return port1;
}

/**
 * Calls through one port, which `open` gives at the first call and anew after the host closed it. A call whose port
 * is closed before its answer throws HostAwayError: nobody knows whether it was done.
 */
export function createPortLink(open: () => MessagePort): ClientLink<CallContext> {
  let line: { link: RPCLink<CallContext>; isCut: boolean } | undefined;

  function openLine(): { link: RPCLink<CallContext>; isCut: boolean } {
    const port = open();
    const link = new RPCLink<CallContext>({
      port,
      headers: ({ context }) => headersOf(context),
    });
    const opened = { link, isCut: false };
    port.addEventListener('close', () => {
      opened.isCut = true;
      if (line === opened) line = undefined;
    });
    port.start();
    return opened;
  }

  return {
    async call(path, input, options) {
      line ??= openLine();
      const used = line;
      try {
        return await used.link.call(path, input, options);
      } catch (error) {
        throw used.isCut && !(options.signal?.aborted ?? false) ? new HostAwayError(error) : error;
      }
    },
  };
}
