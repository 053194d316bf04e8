// Local media: made in the page, or the browser's devices, as asked for.

import { openPageVideo } from './source.js';
import { openPageAudio } from './sound.js';

/** Processing changes the sound between two browsers; energy fell by a factor of 25 with it. @param {boolean} on */
function microphone(on) {
  return { echoCancellation: on, noiseSuppression: on, autoGainControl: on };
}

/**
 * @typedef {object} Asked
 * @property {'page' | 'device' | 'receive' | 'none'} [audio]
 * @property {'page' | 'device' | 'receive' | 'none'} [video]
 * @property {number} [width]
 * @property {number} [height]
 * @property {number} [frameRate]
 * @property {'picture' | 'noise'} [content] what a picture made in the page shows
 * @property {number} [maxBitrate] what the encoder may spend on the picture, in bit/s; the browser's own choice unless told
 * @property {boolean} [processing] of the microphone's sound: for people, who would hear an echo
 */

export class Media {
  stream = new MediaStream();
  /** @type {string[]} */
  notes = [];
  /** @type {Array<() => void>} */
  #closers = [];
  #used = { video: 'no', audio: 'no' };
  /** @type {(() => Promise<object>) | null} */
  #videoStats = null;

  /** @param {Asked} asked */
  constructor(asked) {
    this.asked = asked;
  }

  /**
   * Opens what is asked for.
   *
   * @param {Asked} asked
   * @param {string} label the participant's name, drawn into the picture
   */
  static async open(asked, label) {
    const media = new Media(asked);
    try {
      await Promise.all([media.#openVideo(label), media.#openAudio(label)]);
      return media;
    } catch (error) {
      media.close();
      throw error;
    }
  }

  /** @param {string} kind */
  track(kind) {
    return this.stream.getTracks().find((track) => track.kind === kind) ?? null;
  }

  /** Where picture and sound come from, as in "page video, device audio". */
  get source() {
    return `${this.#used.video} video, ${this.#used.audio} audio`;
  }

  /** What the page-made picture has counted; null where there is none. */
  async videoStats() {
    return this.#videoStats ? this.#videoStats() : null;
  }

  close() {
    this.stream.getTracks().forEach((track) => track.stop());
    this.#closers.splice(0).forEach((close) => close());
  }

  /** @param {string} label */
  async #openVideo(label) {
    const { video, width = 640, height = 480, frameRate = 30, content = 'picture' } = this.asked;
    if (video === 'page') {
      const source = await openPageVideo({ width, height, frameRate, label, content });
      this.#adopt('video', 'page', source.track, source.close);
      this.#videoStats = source.stats;
      this.notes.push(`picture: ${source.how}`);
    } else if (video === 'device') {
      const constraints = { video: { width, height, frameRate } };
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      this.#adopt('video', 'device', stream.getVideoTracks()[0]);
    }
  }

  /** @param {string} label */
  async #openAudio(label) {
    const { audio, processing = false } = this.asked;
    const source = audio === 'page' ? await openPageAudio(label) : null;
    if (source) {
      this.#adopt('audio', 'page', source.track, source.close);
    } else if (audio === 'page' || audio === 'device') {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: microphone(processing) });
      this.#adopt('audio', 'device', stream.getAudioTracks()[0]);
      if (audio === 'page') {
        this.notes.push('No AudioContext started (no audio output device?): the microphone is used instead.');
      }
    }
  }

  /** @param {'audio' | 'video'} kind @param {string} from @param {MediaStreamTrack} track @param {() => void} [close] */
  #adopt(kind, from, track, close) {
    if (kind === 'video' && 'contentHint' in track) {
      track.contentHint = 'motion';
    }
    this.#used[kind] = from;
    this.stream.addTrack(track);
    if (close) {
      this.#closers.push(close);
    }
  }
}
