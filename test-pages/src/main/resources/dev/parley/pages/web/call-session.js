// One participant's part in a call: its media, and a peer for each of the others.

import { Media } from './media.js';
import { Peer } from './peer.js';

/**
 * @typedef {object} Plan
 * @property {string[]} peers the other participants
 * @property {number} [flows] how many peer connections to each of them, 1 unless told; they share the media
 * @property {string[]} [offererOf] those to whom we make the first offer
 * @property {boolean | Record<string, boolean>} [polite] for all, or by peer
 * @property {import('./media.js').Asked} [media]
 * @property {RTCConfiguration} [rtc]
 * @property {number} [sampleIntervalMs]
 * @property {boolean} [plainRestart] see peer.js
 */

export class CallSession {
  /** @type {Map<string, Peer>} */
  #peers = new Map();
  /** @type {Array<[string, any]>} */
  #early = [];
  /** @type {Media | null} */
  #media = null;
  /** @type {Plan} */
  #plan = { peers: [] };
  #sourceTimer = 0;
  #send;
  #view;

  /**
   * @param {object} parts
   * @param {string} parts.participant our own name
   * @param {import('./probe.js').Probe} parts.probe
   * @param {(message: object) => void} parts.send
   * @param {import('./view.js').View} parts.view
   */
  constructor({ participant, probe, send, view }) {
    this.participant = participant;
    this.probe = probe;
    this.#send = send;
    this.#view = view;
  }

  /** The local media once prepared. */
  get media() {
    return this.#media;
  }

  /** @param {string} name */
  peer(name) {
    const peer = this.#peers.get(name);
    if (!peer) {
      const known = [...this.#peers.keys()].join(', ') || 'nobody: prepare comes first';
      throw new DOMException(`No peer ${name}; there is ${known}`, 'NotFoundError');
    }
    return peer;
  }

  /** @param {Plan} plan */
  async prepare(plan) {
    this.hangUp();
    this.#plan = plan;
    if (plan.sampleIntervalMs) {
      this.probe.setSampleInterval(plan.sampleIntervalMs);
    }
    this.#media = await Media.open(plan.media ?? {}, this.participant);
    this.#reportSource();
    for (const name of plan.peers) {
      for (let flow = 1; flow <= (plan.flows ?? 1); flow += 1) {
        this.#peers.set(keyOf(name, flow), this.#connect(name, flow));
      }
    }
    this.#early.splice(0).forEach(([from, signal]) => void this.receive(from, signal));
    return { mediaSource: this.#media.source, notes: this.#media.notes };
  }

  /** Ends the connection to one peer and makes ready for another of that name. @param {string} name */
  renew(name) {
    this.hangUp(name);
    this.#peers.set(name, this.#connect(name));
  }

  /** @param {string} from @param {any} signal */
  async receive(from, signal) {
    const peer = this.#peers.get(keyOf(from, signal.flow));
    if (!peer) {
      this.#early.push([from, signal]);
      return;
    }
    try {
      await peer.receive(signal);
    } catch (error) {
      if (peer.pc.signalingState !== 'closed') {
        this.#error(error, 'receive', peer.pc);
      }
    }
  }

  /** @param {string} kind @param {boolean} enabled */
  enableTrack(kind, enabled) {
    const track = this.#media?.track(kind);
    if (!track) {
      throw new DOMException(`No local ${kind} track`, 'NotFoundError');
    }
    track.enabled = enabled;
  }

  /** @param {string} [name] absent: all, and the media with them */
  hangUp(name) {
    const leaving = name === undefined ? [...this.#peers.keys()] : [name];
    for (const each of leaving) {
      this.peer(each).close();
      this.#peers.delete(each);
      this.#view.remove(each);
    }
    if (name === undefined) {
      clearInterval(this.#sourceTimer);
      this.#media?.close();
      this.#media = null;
    }
  }

  /** How the received pictures look. */
  look() {
    return this.#view.look();
  }

  async videoStats() {
    return this.#media ? this.#media.videoStats() : null;
  }

  /** @param {string} name @param {number} [flow] */
  #connect(name, flow = 1) {
    const { offererOf = [], polite = false, rtc = {}, plainRestart = false } = this.#plan;
    const key = keyOf(name, flow);
    // The first says nothing of it: most calls have no other.
    const which = flow === 1 ? {} : { flow };
    return new Peer({
      name: key,
      offers: offererOf.includes(name),
      polite: typeof polite === 'object' ? polite[name] === true : polite,
      rtc,
      plainRestart,
      media: /** @type {Media} */ (this.#media),
      signal: (signal) => this.#send({ type: 'signal', to: name, signal: { ...signal, ...which } }),
      report: (error, where, pc) => this.#error(error, where, pc),
      note: (text, pc) => this.probe.emit('note', { text }, this.probe.idOf(pc)),
      onTrack: (track, pc) => this.#view.show(key, track, pc),
    });
  }

  #reportSource() {
    this.#sourceTimer = window.setInterval(async () => {
      const stats = await this.videoStats();
      if (stats) {
        this.probe.emit('source', stats);
      }
    }, 1000);
  }

  /** @param {any} error @param {string} where @param {RTCPeerConnection} pc */
  #error(error, where, pc) {
    const data = { name: String(error?.name ?? 'Error'), message: String(error?.message ?? error), where };
    this.probe.emit('error', data, this.probe.idOf(pc));
  }
}

/** A peer connection's name within the session: the participant's, and from the second on its number. @param {string} name @param {number} [flow] */
function keyOf(name, flow = 1) {
  return flow === 1 ? name : `${name}#${flow}`;
}
