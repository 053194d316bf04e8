// Data channels of one peer connection: those opened here are known by label. What a side does with a channel that the
// other one opened goes by the beginning of its label: "echo" sends everything back as it came, "file" takes files, and
// "numbered" takes down which numbers came.

import { receiveFiles } from './file.js';
import { Numbered } from './numbered.js';

const DEADLINE_MS = 5000;

/** @typedef {{name: string, kind: string, text?: string, bytes?: number | number[]}} Case */

export class Channels {
  #pc;
  /** @type {Map<string, RTCDataChannel>} */
  #byLabel = new Map();

  /** @type {Map<string, Numbered>} */
  #numbered = new Map();

  /** @param {RTCPeerConnection} pc */
  constructor(pc) {
    this.#pc = pc;
    pc.addEventListener('datachannel', ({ channel }) => this.#arrived(channel));
  }

  /** Opens a channel; resolves once it is open. @param {string} label @param {RTCDataChannelInit} [options] */
  async open(label, options) {
    const channel = this.#pc.createDataChannel(label, options);
    channel.binaryType = 'arraybuffer';
    this.#byLabel.set(label, channel);
    await new Promise((resolve, reject) => {
      channel.addEventListener('open', resolve, { once: true });
      channel.addEventListener('close', () => reject(closed(label)), { once: true });
    });
    return { id: channel.id };
  }

  /** @param {string} label */
  get(label) {
    const channel = this.#byLabel.get(label);
    if (!channel) {
      throw unknown(label);
    }
    return channel;
  }

  /** What came by number on a channel that the other side opened. @param {string} label */
  numbered(label) {
    const numbered = this.#numbered.get(label);
    if (!numbered) {
      throw unknown(label);
    }
    return numbered;
  }

  /** Sends each case and compares what comes back. @param {string} label @param {Case[]} cases @param {number} [deadlineMs] */
  async exchange(label, cases, deadlineMs = DEADLINE_MS) {
    const channel = this.get(label);
    const results = [];
    /** @type {Uint8Array[]} */
    const overdue = [];
    for (const each of cases) {
      results.push(await exchangeOne(channel, each, deadlineMs, overdue));
    }
    return { results };
  }

  close() {
    this.#byLabel.forEach((channel) => channel.close());
  }

  /** @param {RTCDataChannel} channel */
  #arrived(channel) {
    this.#byLabel.set(channel.label, channel);
    channel.binaryType = 'arraybuffer';
    if (channel.label.startsWith('echo')) {
      channel.onmessage = ({ data }) => channel.send(data);
    } else if (channel.label.startsWith('file')) {
      receiveFiles(channel);
    } else if (channel.label.startsWith('numbered')) {
      this.#numbered.set(channel.label, new Numbered(channel));
    }
  }
}

/** @param {RTCDataChannel} channel @param {Case} each @param {number} deadlineMs @param {Uint8Array[]} overdue */
async function exchangeOne(channel, each, deadlineMs, overdue) {
  const isText = !['binary', 'blob', 'empty-binary'].includes(each.kind);
  const payload = payloadOf(each, isText);
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  try {
    const echo = awaitEcho(channel, deadlineMs, overdue);
    const before = performance.now();
    channel.send(/** @type {any} */ (each.kind === 'blob' ? new Blob([/** @type {any} */ (bytes)]) : payload));
    const { data, at } = await echo;
    const equal = (typeof data === 'string') === isText && same(bytesOf(data), bytes);
    return { name: each.name, equal, roundTripMs: at - before };
  } catch (error) {
    overdue.push(bytes);
    const { name, message } = /** @type {any} */ (error);
    return { name: each.name, equal: false, error: `${name}: ${message}` };
  }
}

/** @param {RTCDataChannel} channel @param {number} deadlineMs @param {Uint8Array[]} overdue @returns {Promise<{data: any, at: number}>} */
function awaitEcho(channel, deadlineMs, overdue) {
  return new Promise((resolve, reject) => {
    const finish = (/** @type {() => void} */ action) => {
      clearTimeout(timer);
      channel.removeEventListener('message', onMessage);
      channel.removeEventListener('close', onClose);
      action();
    };
    const onMessage = (/** @type {MessageEvent} */ { data }) => {
      const at = performance.now();
      const late = overdue.findIndex((bytes) => same(bytes, bytesOf(data)));
      if (late >= 0) {
        overdue.splice(late, 1);
      } else {
        finish(() => resolve({ data, at }));
      }
    };
    const onClose = () => finish(() => reject(closed(channel.label)));
    const timeout = () => reject(new DOMException(`no echo within ${deadlineMs} ms`, 'TimeoutError'));
    const timer = setTimeout(() => finish(timeout), deadlineMs);
    channel.addEventListener('message', onMessage);
    channel.addEventListener('close', onClose);
    if (channel.readyState !== 'open') {
      onClose();
    }
  });
}

/** @param {Case} each @param {boolean} isText @returns {string | Uint8Array} */
function payloadOf({ kind, text = '', bytes = 1000 }, isText) {
  if (isText) {
    return kind === 'empty' ? '' : text;
  }
  if (kind === 'empty-binary') {
    return new Uint8Array();
  }
  return Array.isArray(bytes) ? Uint8Array.from(bytes) : Uint8Array.from({ length: bytes }, (_, i) => (i * 31 + 7) & 255);
}

/** @param {string | ArrayBuffer} data */
function bytesOf(data) {
  return typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
}

/** @param {Uint8Array} one @param {Uint8Array} other */
function same(one, other) {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/** @param {string} label */
function closed(label) {
  return new DOMException(`the data channel ${label} is closed`, 'InvalidStateError');
}

/** @param {string} label */
function unknown(label) {
  return new DOMException(`No data channel with the label ${label} is here`, 'NotFoundError');
}
