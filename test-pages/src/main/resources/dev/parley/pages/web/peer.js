// One peer connection to one other participant: perfect negotiation (W3C WebRTC, section 10.7) with trickle ICE.

import { attachToOffer, addForOffer, holdResolution } from './tracks.js';
import { Channels } from './channels.js';
import { RestartOrder } from './restart-order.js';

/**
 * @typedef {object} PeerOptions
 * @property {string} name the other participant
 * @property {boolean} polite gives way when both offer at once
 * @property {boolean} offers makes the first offer
 * @property {RTCConfiguration} rtc
 * @property {boolean} plainRestart trickles a restart like any other negotiation, see restart-order.js
 * @property {import('./media.js').Media} media
 * @property {(signal: object) => void} signal sends to the other participant
 * @property {(error: any, where: string, pc: RTCPeerConnection) => void} report
 * @property {(track: MediaStreamTrack, pc: RTCPeerConnection) => void} onTrack
 */

export class Peer {
  #options;
  #started = false;
  #makingOffer = false;
  #ignoreOffer = false;
  #settingRemoteAnswer = false;
  #restart;
  /** @type {Array<() => void>} */
  #offerWaiters = [];

  /** @param {PeerOptions} options */
  constructor(options) {
    this.#options = options;
    this.pc = new RTCPeerConnection(options.rtc);
    this.channels = new Channels(this.pc);
    this.#restart = new RestartOrder(options.plainRestart, (candidate) => void this.#addCandidate(candidate));
    this.pc.onnegotiationneeded = () => void this.#negotiate();
    this.pc.onicecandidate = ({ candidate }) => candidate && options.signal({ candidate });
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
    await holdResolution(this.pc);
  }

  /** Restarts ICE; resolves once the offer with new credentials is set and sent. */
  async restartIce() {
    const offered = new Promise((resolve) => this.#offerWaiters.push(() => resolve(undefined)));
    this.pc.restartIce();
    await offered;
  }

  /** @param {import('./restart-order.js').Signal} signal */
  async receive({ description, ordersRestart, candidate, taken }) {
    if (description) {
      this.#restart.described(description, ordersRestart === true);
      await this.#receiveDescription(description);
    } else if (candidate && !this.#restart.hold(candidate)) {
      await this.#addCandidate(candidate);
    } else if (taken) {
      this.#restart.release();
    }
  }

  close() {
    this.#restart.drop();
    this.channels.close();
    this.pc.close();
  }

  async #negotiate() {
    // Until the declared offerer has begun, nobody offers.
    if (!this.#started) {
      return;
    }
    try {
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
      await this.pc.setLocalDescription();
      this.#sendDescription();
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
      await attachToOffer(this.pc, this.#options.media);
      await this.pc.setLocalDescription();
      this.#sendDescription();
      await holdResolution(this.pc);
    }
  }

  #sendDescription() {
    this.#options.signal({ description: this.pc.localDescription, ordersRestart: this.#restart.orders });
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
    if (candidate.candidate === '') {
      this.#options.signal({ taken: true });
    }
  }
}
