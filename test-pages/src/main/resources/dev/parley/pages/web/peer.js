// One peer connection to one other participant: perfect negotiation (W3C WebRTC, section 10.7) with trickle ICE;
// when ICE restarts, as local-candidates.js says.

import { attachToOffer, addForOffer, holdResolution, pauseSending } from './tracks.js';
import { Channels } from './channels.js';
import { DtlsRole } from './dtls-role.js';
import { LocalCandidates } from './local-candidates.js';

/**
 * @typedef {object} PeerOptions
 * @property {string} name the other participant, and which flow to it where there are several
 * @property {boolean} polite gives way when both offer at once
 * @property {boolean} offers makes the first offer
 * @property {RTCConfiguration} rtc
 * @property {boolean} plainRestart signals a restart as the browser has it: local-candidates.js and dtls-role.js say what is done otherwise
 * @property {import('./media.js').Media} media
 * @property {(signal: object) => void} signal sends to the other participant
 * @property {(error: any, where: string, pc: RTCPeerConnection) => void} report
 * @property {(text: string, pc: RTCPeerConnection) => void} note says what was done about a browser's fault
 * @property {(track: MediaStreamTrack, pc: RTCPeerConnection) => void} onTrack
 */

export class Peer {
  #options;
  #started = false;
  #makingOffer = false;
  #ignoreOffer = false;
  #settingRemoteAnswer = false;
  #local;
  #role = new DtlsRole();
  /** @type {Promise<void>} */
  #answered = Promise.resolve();
  /** @type {Array<() => void>} */
  #offerWaiters = [];

  /** @param {PeerOptions} options */
  constructor(options) {
    this.#options = options;
    this.pc = new RTCPeerConnection(options.rtc);
    this.channels = new Channels(this.pc);
    this.#local = new LocalCandidates(this.pc, options.plainRestart, (candidate) => options.signal({ candidate }));
    this.pc.onnegotiationneeded = () => void this.#negotiate();
    this.pc.ontrack = ({ track }) => options.onTrack(track, this.pc);
    if (options.offers) {
      addForOffer(this.pc, options.media);
    }
  }

  get name() {
    return this.#options.name;
  }

  /** Makes the first offer; resolves once it is set and sent. */
  async offer() {
    if (!this.#options.offers) {
      throw new DOMException(`The first offer to ${this.name} is not ours to make`, 'InvalidStateError');
    }
    this.#started = true;
    await this.#makeOffer();
    await holdResolution(this.pc, this.#options.media);
  }

  /** Restarts ICE; resolves once the offer with new credentials is set and sent. */
  async restartIce() {
    const offered = new Promise((resolve) => this.#offerWaiters.push(() => resolve(undefined)));
    this.pc.restartIce();
    await offered;
  }

  /** Stops sending one kind to this peer, or goes on. @param {string} kind @param {boolean} paused */
  async pause(kind, paused) {
    await pauseSending(this.pc, this.#options.media, kind, paused);
  }

  /** @param {{description?: RTCSessionDescriptionInit, candidate?: RTCIceCandidateInit}} signal */
  async receive({ description, candidate }) {
    if (description) {
      await this.#receiveDescription(description);
    } else if (candidate) {
      await this.#addCandidate(candidate);
    }
  }

  close() {
    this.channels.close();
    this.pc.close();
  }

  async #negotiate() {
    // Until the declared offerer has begun, nobody offers.
    if (!this.#started) {
      return;
    }
    try {
      await this.#answered;
      await this.#makeOffer();
    } catch (error) {
      if (this.pc.signalingState !== 'closed') {
        this.#options.report(error, 'negotiate', this.pc);
      }
    }
  }

  async #makeOffer() {
    try {
      this.#makingOffer = true;
      await this.#local.describe();
      // While it waited, it may have given way to the other side's.
      if (this.pc.signalingState === 'have-local-offer') {
        this.#options.signal({ description: this.pc.localDescription });
      }
    } finally {
      this.#makingOffer = false;
    }
    this.#offerWaiters.splice(0).forEach((wake) => wake());
  }

  /** @param {RTCSessionDescriptionInit} description */
  async #receiveDescription(description) {
    const ready = !this.#makingOffer && (this.pc.signalingState === 'stable' || this.#settingRemoteAnswer);
    const collision = description.type === 'offer' && !ready;
    this.#ignoreOffer = !this.#options.polite && collision;
    if (this.#ignoreOffer) {
      return;
    }
    this.#settingRemoteAnswer = description.type === 'answer';
    try {
      await this.pc.setRemoteDescription(description);
    } finally {
      this.#settingRemoteAnswer = false;
    }
    if (description.type === 'offer') {
      this.#started = true;
      this.#local.drop();
      const answer = this.#answer();
      this.#answered = answer.catch(() => {});
      await answer;
    } else {
      this.#role.answeredWith(description);
      this.#local.release();
    }
  }

  async #answer() {
    await attachToOffer(this.pc, this.#options.media);
    await this.#local.describe();
    this.#options.signal({ description: this.#sentAnswer() });
    await holdResolution(this.pc, this.#options.media);
  }

  #sentAnswer() {
    const own = /** @type {RTCSessionDescription} */ (this.pc.currentLocalDescription);
    const { answer, found, kept } = this.#role.keep(own);
    if (found === kept || this.#options.plainRestart) {
      return own;
    }
    const what = `the browser answered a=setup:${found}, though it is ${kept}; the page sent ${kept} (RFC 8842, 5.3)`;
    this.#options.note(what, this.pc);
    return answer;
  }

  /** @param {RTCIceCandidateInit} candidate */
  async #addCandidate(candidate) {
    try {
      await this.pc.addIceCandidate(candidate);
    } catch (error) {
      // Candidates of an offer that was ignored fit nothing.
      if (!this.#ignoreOffer && this.pc.signalingState !== 'closed') {
        this.#options.report(error, 'addIceCandidate', this.pc);
      }
    }
  }
}
