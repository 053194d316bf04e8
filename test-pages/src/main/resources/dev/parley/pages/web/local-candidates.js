// When our own candidates are signaled: as they are found at first, in another order once ICE restarts.
//
// Until the other side's new candidates are known to it, libwebrtc pairs its new ports with the old ones, for which the
// other side still answers. A check that comes ahead of the signaled candidate then makes for a peer reflexive pair,
// of a lower priority than the half-old one; it is dropped for good, and Firefox, which delivers nothing to its old
// ports, is left with media that is dead. So after a restart libwebrtc is to know Firefox's new candidates before
// Firefox knows where to send a check: Firefox sends a description with its candidates in it, and the others let the
// candidates of an offer follow once it is answered.

const FIREFOX = / Firefox\//.test(navigator.userAgent);

/** @param {RTCSessionDescriptionInit | null} description */
function ufragOf(description) {
  return /a=ice-ufrag:(\S+)/.exec(description?.sdp ?? '')?.[1] ?? '';
}

export class LocalCandidates {
  #pc;
  #plain;
  #send;
  #firstUfrag = '';
  #described = '';
  /** @type {RTCIceCandidate[]} */
  #withheld = [];
  /** @type {Array<() => void>} */
  #endWaiters = [];

  /**
   * @param {RTCPeerConnection} pc
   * @param {boolean} plain trickles after a restart too
   * @param {(candidate: RTCIceCandidate) => void} send
   */
  constructor(pc, plain, send) {
    this.#pc = pc;
    this.#plain = plain;
    this.#send = send;
    pc.onicecandidate = ({ candidate }) => this.#found(candidate);
  }

  /**
   * Sets the local description; resolves once it is to be sent.
   *
   * @returns {Promise<void>}
   */
  async describe() {
    // The state may still read complete right after a restart, so the end of gathering is listened for beforehand.
    let end = this.#end();
    await this.#pc.setLocalDescription();
    const before = this.#described;
    this.#described = ufragOf(this.#pc.localDescription);
    if (this.#plain || !FIREFOX || before === '' || this.#described === before) {
      return;
    }
    await end;
    while (this.#pc.iceGatheringState === 'gathering') {
      end = this.#end();
      await end;
    }
  }

  /** Our offer was answered: its candidates follow. */
  release() {
    this.#withheld.splice(0).forEach((candidate) => this.#send(candidate));
  }

  /** Our offer gave way to the other side's. */
  drop() {
    this.#withheld.length = 0;
  }

  /** @param {RTCIceCandidate | null} candidate */
  #found(candidate) {
    if (!candidate) {
      this.#endWaiters.splice(0).forEach((wake) => wake());
      return;
    }
    this.#firstUfrag ||= candidate.usernameFragment ?? '';
    const restarted = !this.#plain && candidate.usernameFragment !== this.#firstUfrag;
    if (restarted && !FIREFOX && this.#pc.signalingState === 'have-local-offer') {
      this.#withheld.push(candidate);
    } else if (!restarted || !FIREFOX) {
      this.#send(candidate);
    }
  }

  #end() {
    return new Promise((resolve) => this.#endWaiters.push(() => resolve(undefined)));
  }
}
