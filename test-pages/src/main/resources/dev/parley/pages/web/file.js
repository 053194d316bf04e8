// A file over a data channel, sent no faster than it leaves: the sender fills the channel's buffer up to a mark and
// waits for `bufferedamountlow` (W3C WebRTC, section 6.2) before it goes on. The far end answers with a digest of what
// it got.

const CHUNK = 16 * 1024;
const HIGH_MARK = 1024 * 1024;
const LOW_MARK = 256 * 1024;
const MOST_BYTES = 64 * 1024 * 1024;
const DEADLINE_MS = 60000;
/** How long the buffer may stand at or below the mark without the event. */
const EVENT_WITHIN_MS = 1000;
const LOOK_MS = 50;

/**
 * Sends bytes that no one can foretell and waits until the far end has them.
 *
 * @param {RTCDataChannel} channel
 * @param {{bytes: number, deadlineMs?: number}} file
 */
export async function sendFile(channel, { bytes, deadlineMs = DEADLINE_MS }) {
  if (!(bytes >= 1 && bytes <= MOST_BYTES)) {
    throw new DOMException(`Found a file of ${bytes} bytes, expected 1 to ${MOST_BYTES}`, 'DataError');
  }
  const content = randomBytes(bytes);
  const sha256 = await digest(content);
  const gate = new Gate(channel);
  const given = deadline(channel, deadlineMs);
  try {
    const receipt = nextReceipt(channel);
    const before = performance.now();
    channel.send(JSON.stringify({ bytes }));
    for (let at = 0; at < bytes; at += CHUNK) {
      channel.send(content.subarray(at, at + CHUNK));
      await Promise.race([gate.open(), given.passed]);
    }
    const received = await Promise.race([receipt, given.passed]);
    const seconds = (performance.now() - before) / 1000;
    return { bytes, seconds, sha256, received, equal: received.sha256 === sha256 && received.bytes === bytes, ...gate.seen };
  } catch (error) {
    const { name, message } = /** @type {any} */ (error);
    return { bytes, sha256, equal: false, error: `${name}: ${message}`, ...gate.seen };
  } finally {
    given.stop();
  }
}

/** Takes files and answers each with its digest. @param {RTCDataChannel} channel */
export function receiveFiles(channel) {
  /** @type {ArrayBuffer[]} */
  let chunks = [];
  let expected = 0;
  let bytes = 0;
  channel.onmessage = async ({ data }) => {
    if (typeof data === 'string') {
      expected = Math.min(MOST_BYTES, Number(JSON.parse(data).bytes));
      chunks = [];
      bytes = 0;
      return;
    }
    chunks.push(data);
    bytes += data.byteLength;
    if (bytes >= expected) {
      const whole = new Uint8Array(await new Blob(chunks).arrayBuffer());
      chunks = [];
      channel.send(JSON.stringify({ bytes: whole.length, sha256: await digest(whole) }));
    }
  };
}

/** Holds the sender up while the channel's buffer is full, and takes down what the browser told of it. */
class Gate {
  #channel;
  seen = { waits: 0, lowEvents: 0, missedEvents: 0, mostBuffered: 0, mostAtEvent: 0 };

  /** @param {RTCDataChannel} channel */
  constructor(channel) {
    this.#channel = channel;
    channel.bufferedAmountLowThreshold = LOW_MARK;
  }

  async open() {
    const { bufferedAmount } = this.#channel;
    this.seen.mostBuffered = Math.max(this.seen.mostBuffered, bufferedAmount);
    if (bufferedAmount < HIGH_MARK) {
      return;
    }
    this.seen.waits += 1;
    if (await this.#low()) {
      this.seen.lowEvents += 1;
      this.seen.mostAtEvent = Math.max(this.seen.mostAtEvent, this.#channel.bufferedAmount);
    } else {
      this.seen.missedEvents += 1;
    }
  }

  /** Whether the event came; false where the buffer ran low and it did not. @returns {Promise<boolean>} */
  #low() {
    return new Promise((resolve) => {
      let lowSince = Infinity;
      const finish = (/** @type {boolean} */ came) => {
        clearInterval(timer);
        this.#channel.removeEventListener('bufferedamountlow', onLow);
        resolve(came);
      };
      const onLow = () => finish(true);
      const timer = setInterval(() => {
        const isLow = this.#channel.bufferedAmount <= LOW_MARK;
        lowSince = isLow ? Math.min(lowSince, performance.now()) : Infinity;
        if (this.#channel.readyState !== 'open' || performance.now() - lowSince > EVENT_WITHIN_MS) {
          finish(false);
        }
      }, LOOK_MS);
      this.#channel.addEventListener('bufferedamountlow', onLow);
    });
  }
}

/** @param {RTCDataChannel} channel @returns {Promise<{bytes: number, sha256: string}>} */
function nextReceipt(channel) {
  return new Promise((resolve) => {
    channel.addEventListener('message', ({ data }) => resolve(JSON.parse(data)), { once: true });
  });
}

/** Rejects when the time is up or the channel is closed. @param {RTCDataChannel} channel @param {number} ms */
function deadline(channel, ms) {
  let stop = () => {};
  /** @type {Promise<never>} */
  const passed = new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException(`the file was not there within ${ms} ms`, 'TimeoutError')), ms);
    const onClose = () => reject(new DOMException(`the data channel ${channel.label} is closed`, 'InvalidStateError'));
    channel.addEventListener('close', onClose);
    stop = () => {
      clearTimeout(timer);
      channel.removeEventListener('close', onClose);
    };
  });
  passed.catch(() => {});
  return { passed, stop };
}

/** @param {number} length */
function randomBytes(length) {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65536) {
    crypto.getRandomValues(bytes.subarray(at, at + 65536));
  }
  return bytes;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
