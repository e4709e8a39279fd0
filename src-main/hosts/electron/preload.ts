import { ipcRenderer } from 'electron';
import { connectMessage } from '#shared/kernel/desktop.ts';

// All a page gets: it may send one end of a message channel. Nothing of Electron or Node is in its reach.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== window.location.origin || event.data !== connectMessage) return;
  const [port] = event.ports;
  if (port !== undefined) ipcRenderer.postMessage(connectMessage, null, [port]);
});
