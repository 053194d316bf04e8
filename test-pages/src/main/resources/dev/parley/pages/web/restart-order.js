// The order in which candidates are taken after an ICE restart between Firefox and another browser.
//
// Chromium pairs its new candidates with the old ones of the other side, which Firefox still answers for. When a check
// from Firefox's new candidates then comes in ahead of the signaled candidate, Chromium takes it for a worse, peer
// reflexive one, drops that pair for good, and stays on the half-old pair; Firefox delivers nothing from there, and
// media is dead while both sides say connected. So Firefox starts its checks last: it holds the other side's new
// candidates until that side has taken all of its own.

const LONGEST_HOLD_MS = 1000;

/**
 * @typedef {object} Signal
 * @property {RTCSessionDescriptionInit} [description]
 * @property {boolean} [ordersRestart] with a description: the sender holds candidates after a restart
 * @property {RTCIceCandidateInit} [candidate]
 * @property {boolean} [taken] all candidates of the receiver's new generation have been added
 */

export class RestartOrder {
  #add;
  #remoteUfrag = '';
  #timer = 0;
  /** @type {RTCIceCandidateInit[] | null} */
  #held = null;

  /** @param {boolean} plain never holds @param {(candidate: RTCIceCandidateInit) => void} add */
  constructor(plain, add) {
    this.orders = !plain && / Firefox\//.test(navigator.userAgent);
    this.#add = add;
  }

  /** A description came. @param {RTCSessionDescriptionInit} description @param {boolean} otherOrders */
  described({ sdp = '' }, otherOrders) {
    const ufrag = /a=ice-ufrag:(\S+)/.exec(sdp)?.[1] ?? '';
    const restarted = this.#remoteUfrag !== '' && ufrag !== this.#remoteUfrag;
    this.#remoteUfrag = ufrag;
    if (restarted && this.orders && !otherOrders) {
      this.#held ??= [];
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.release(), LONGEST_HOLD_MS);
    }
  }

  /** Keeps a candidate for later; false where it is to be added now. @param {RTCIceCandidateInit} candidate */
  hold(candidate) {
    this.#held?.push(candidate);
    return this.#held !== null;
  }

  /** Adds what was held. */
  release() {
    const held = this.#held ?? [];
    this.drop();
    held.forEach((candidate) => this.#add(candidate));
  }

  /** Forgets what was held. */
  drop() {
    clearTimeout(this.#timer);
    this.#held = null;
  }
}
