// Numbered messages over a data channel: which of them arrive, and in which order, shows its reliability (RFC 8831,
// section 6.1).

const MOST_MESSAGES = 10000;
const DEADLINE_MS = 30000;
/** The channel's own buffer must not be what makes a message late. */
const MOST_BUFFERED = 64 * 1024;
const LOOK_MS = 10;

/**
 * Sends so many messages of so many bytes, at a steady rate; fewer where the channel does not take them in time.
 *
 * @param {RTCDataChannel} channel
 * @param {{messages: number, bytes?: number, perSecond?: number, deadlineMs?: number}} plan
 */
export async function sendNumbered(channel, { messages, bytes = 1000, perSecond = 200, deadlineMs = DEADLINE_MS }) {
  if (!(messages >= 1 && messages <= MOST_MESSAGES)) {
    throw new DOMException(`Found ${messages} messages, expected 1 to ${MOST_MESSAGES}`, 'DataError');
  }
  const began = performance.now();
  let sent = 0;
  while (sent < messages && performance.now() - began < deadlineMs) {
    const due = Math.min(messages, Math.ceil(((performance.now() - began) / 1000) * perSecond));
    while (sent < due && channel.bufferedAmount < MOST_BUFFERED) {
      channel.send(message(sent, bytes));
      sent += 1;
    }
    await pause(LOOK_MS);
  }
  return { sent, seconds: (performance.now() - began) / 1000 };
}

/** Takes down which numbers arrive on a channel. */
export class Numbered {
  /** @type {number[]} */
  #numbers = [];
  #lastAt = performance.now();

  /** @param {RTCDataChannel} channel */
  constructor(channel) {
    channel.onmessage = ({ data }) => {
      this.#lastAt = performance.now();
      if (this.#numbers.length < MOST_MESSAGES) {
        this.#numbers.push(new DataView(data).getUint32(0));
      }
    };
  }

  /**
   * What came, in the order of arrival, once so many are there or nothing came for a while.
   *
   * @param {{expected: number, quietMs?: number, deadlineMs?: number}} bound
   */
  async received({ expected, quietMs = 2000, deadlineMs = DEADLINE_MS }) {
    const began = performance.now();
    // Quiet is counted from now at the earliest: what is asked for may still be on its way.
    const quiet = () => performance.now() - Math.max(began, this.#lastAt) > quietMs;
    while (this.#numbers.length < expected && !quiet() && performance.now() - began < deadlineMs) {
      await pause(LOOK_MS);
    }
    return { numbers: [...this.#numbers] };
  }
}

/** @param {number} number @param {number} bytes */
function message(number, bytes) {
  const data = new DataView(new ArrayBuffer(Math.max(4, bytes)));
  data.setUint32(0, number);
  return data.buffer;
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
