// Keeps the DTLS role of a connection in its later answers.
//
// An answer that goes on with a DTLS association keeps the roles (RFC 8842, section 5.3). Firefox answers a restart with
// `active` whatever it was before, and Chromium refuses such an answer, "Failed to set SSL role for the transport": where
// Firefox made the first offer, no restart by Chromium could be answered. The association itself goes on untouched, so
// the answer is sent with the role that was negotiated.

const SETUP = /a=setup:(active|passive)/;

export class DtlsRole {
  #ours = '';

  /** The other side answered. @param {RTCSessionDescriptionInit} answer */
  answeredWith({ sdp = '' }) {
    const theirs = SETUP.exec(sdp)?.[1];
    this.#ours ||= theirs === 'active' ? 'passive' : theirs === 'passive' ? 'active' : '';
  }

  /**
   * Our answer as it is to be sent.
   *
   * @param {RTCSessionDescription} answer
   * @returns {{answer: RTCSessionDescriptionInit, found: string, kept: string}} roles: the answer's own, and the sent
   */
  keep({ type, sdp }) {
    const found = SETUP.exec(sdp)?.[1] ?? '';
    this.#ours ||= found;
    const kept = this.#ours;
    return { answer: { type, sdp: sdp.replaceAll(new RegExp(SETUP, 'g'), `a=setup:${kept}`) }, found, kept };
  }
}
