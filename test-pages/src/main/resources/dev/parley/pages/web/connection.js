// The page's end of the page protocol: one WebSocket, with what must be said at once said at once.

const MOST_QUEUED = 500;

/**
 * @typedef {object} Handlers
 * @property {(message: any) => void} [welcome]
 * @property {(from: string, signal: any) => void} [signal]
 * @property {(name: string, args: any) => Promise<any>} [command]
 * @property {(message: any) => void} [other] any other type
 * @property {(code: number, reason: string) => void} [closed]
 */

export class Connection {
  /** @type {string[]} */
  #queue = [];
  /** @type {WebSocket} */
  #socket;
  /** @type {Handlers} */
  #handlers = {};

  /** @param {string} query the query part of the socket's address */
  constructor(query) {
    const address = new URL(`socket?${query}`, location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#socket = new WebSocket(address);
    this.#socket.onopen = () => this.#opened();
    this.#socket.onmessage = ({ data }) => this.#received(data);
    this.#socket.onclose = ({ code, reason }) => this.#handlers.closed?.(code, reason);
  }

  /** @param {Handlers} handlers */
  handle(handlers) {
    this.#handlers = handlers;
  }

  /** @param {object} message */
  send(message) {
    this.sendText(JSON.stringify({ v: 1, ...message }));
  }

  /** @param {string} text a whole message as JSON */
  sendText(text) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(text);
    } else if (this.#socket.readyState === WebSocket.CONNECTING && this.#queue.length < MOST_QUEUED) {
      this.#queue.push(text);
    }
  }

  close() {
    this.#socket.close(1000, 'left');
  }

  #opened() {
    this.send({
      type: 'hello',
      userAgent: navigator.userAgent,
      platform: navigator.platform,
      timeOrigin: performance.timeOrigin,
      pageMs: performance.now(),
      crossOriginIsolated: globalThis.crossOriginIsolated === true,
      visibility: document.visibilityState,
    });
    this.#queue.splice(0).forEach((text) => this.#socket.send(text));
  }

  /** @param {string} text */
  #received(text) {
    const pageMs = performance.now();
    const message = JSON.parse(text);
    switch (message.type) {
      case 'ping':
        this.send({ type: 'pong', id: message.id, pageMs });
        break;
      case 'signal':
        this.#handlers.signal?.(message.from, message.signal);
        break;
      case 'command':
        void this.#obey(message);
        break;
      case 'welcome':
        this.#handlers.welcome?.(message);
        break;
      default:
        this.#handlers.other?.(message);
    }
  }

  /** @param {{id: number, name: string, args: any}} command */
  async #obey({ id, name, args }) {
    try {
      const value = await this.#handlers.command?.(name, args);
      this.send({ type: 'reply', id, ok: true, value: value ?? {} });
    } catch (error) {
      const { name: errorName, message } = /** @type {any} */ (error);
      this.send({
        type: 'reply',
        id,
        ok: false,
        error: { name: String(errorName ?? 'Error'), message: String(message ?? error) },
      });
    }
  }
}
