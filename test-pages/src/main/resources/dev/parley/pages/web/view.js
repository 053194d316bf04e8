// Plays what the others send: one element each, visible and with its sound on, since a browser that plays a track
// into a muted element reports no energy for it.

import { look } from './look.js';

export class View {
  #container;
  #report;
  /** @type {Map<string, {figure: HTMLElement, video: HTMLVideoElement, generation: number}>} */
  #peers = new Map();

  /**
   * @param {HTMLElement} container
   * @param {(name: string, data: object, pc: RTCPeerConnection) => void} report
   */
  constructor(container, report) {
    this.#container = container;
    this.#report = report;
  }

  /** @param {string} peer @param {MediaStreamTrack} track @param {RTCPeerConnection} pc */
  show(peer, track, pc) {
    const entry = this.#peers.get(peer) ?? this.#add(peer);
    const stream = /** @type {MediaStream} */ (entry.video.srcObject);
    stream.getTracks().filter(({ kind }) => kind === track.kind).forEach((old) => stream.removeTrack(old));
    stream.addTrack(track);
    entry.video.play().catch((error) => {
      // Taking an element away, or a further track, interrupts a play that is under way; that is no fault.
      if (error.name !== 'AbortError') {
        this.#report('error', { name: error.name, message: error.message, where: 'play' }, pc);
      }
    });
    if (track.kind === 'video') {
      this.#awaitFrame(peer, entry, pc);
    }
  }

  /** How what each peer sends looks at this moment. */
  async look() {
    const entries = [...this.#peers].map(async ([peer, { video }]) => ({ peer, ...(await look(video)) }));
    return { pictures: await Promise.all(entries) };
  }

  /** Shows our own picture, silently. @param {string} name @param {MediaStream} stream */
  preview(name, stream) {
    const { video } = this.#peers.get(name) ?? this.#add(name);
    video.muted = true;
    video.srcObject = stream;
  }

  /** @param {string} peer */
  remove(peer) {
    const entry = this.#peers.get(peer);
    if (entry) {
      entry.generation += 1;
      entry.video.srcObject = null;
      entry.figure.remove();
      this.#peers.delete(peer);
    }
  }

  /** @param {string} peer */
  #add(peer) {
    const figure = document.createElement('figure');
    const video = document.createElement('video');
    const caption = document.createElement('figcaption');
    video.autoplay = true;
    video.playsInline = true;
    video.srcObject = new MediaStream();
    caption.textContent = peer;
    figure.append(video, caption);
    this.#container.append(figure);
    const entry = { figure, video, generation: 0 };
    this.#peers.set(peer, entry);
    return entry;
  }

  /** @param {string} peer @param {{video: HTMLVideoElement, generation: number}} entry @param {RTCPeerConnection} pc */
  #awaitFrame(peer, entry, pc) {
    entry.generation += 1;
    const { generation } = entry;
    entry.video.requestVideoFrameCallback((_now, { width, height, presentationTime }) => {
      if (generation === entry.generation) {
        this.#report('first-frame', { width, height, peer, presentationMs: presentationTime }, pc);
      }
    });
  }
}
