import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const mostConnections = 50;

/**
 * The open connections of the host. Any program of this computer can open one and leave it idle; so that people get
 * through all the same, whoever comes takes the place of the one that has waited longest: first of those that have
 * not shown the session, then of those between two requests. A request at work is never cut.
 */
export class Connections {
  /** Nothing is known of them yet. The oldest come first. */
  readonly #strangers = new Set<Socket>();
  /** How many requests each of those that showed the session has at work. */
  readonly #admitted = new Map<Socket, number>();

  take(socket: Socket): void {
    if (this.#strangers.size + this.#admitted.size >= mostConnections) {
      const idlest = this.#idlest();
      if (idlest === undefined) return void socket.destroy();
      this.#forget(idlest);
      idlest.destroy();
    }
    this.#strangers.add(socket);
    socket.once('close', () => this.#forget(socket));
  }

  /** A request of the session came this way. */
  admit(socket: Socket, response: ServerResponse): void {
    this.#strangers.delete(socket);
    this.#count(socket, 1);
    response.once('close', () => this.#count(socket, -1));
  }

  #idlest(): Socket | undefined {
    const [stranger] = this.#strangers;
    return stranger ?? [...this.#admitted].find(([, requests]) => requests === 0)?.[0];
  }

  /** What was used last goes to the end of the order. */
  #count(socket: Socket, change: number): void {
    const requests = (this.#admitted.get(socket) ?? 0) + change;
    this.#admitted.delete(socket);
    if (!socket.destroyed) this.#admitted.set(socket, requests);
  }

  #forget(socket: Socket): void {
    this.#strangers.delete(socket);
    this.#admitted.delete(socket);
  }
}
