import type { Port } from '#main/hosts/electron/calls.ts';

/** A channel as Electron gives it: the page's end is a browser's port, the host's end speaks in events of Node's kind. */
export function newChannel(): { ours: Port; theirs: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  const ours = {
    on(event: 'message' | 'close', heard: (message: never) => void): void {
      // The two kinds of event differ in what a listener takes; each is given its own.
      port1.addEventListener(event, heard as EventListener);
    },
    postMessage: (data: unknown) => port1.postMessage(data),
    start: () => port1.start(),
    close: () => port1.close(),
  };
  return { ours, theirs: port2 };
}
