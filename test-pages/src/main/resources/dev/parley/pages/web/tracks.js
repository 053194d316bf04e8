// Puts local tracks into the offer, or into what the other side offered.

/** @typedef {import('./media.js').Media} Media */

const KINDS = /** @type {const} */ (['audio', 'video']);

/**
 * The offerer's m-lines: one for each kind that it sends or wishes to receive.
 *
 * @param {RTCPeerConnection} pc
 * @param {Media} media
 */
export function addForOffer(pc, media) {
  for (const kind of KINDS) {
    const track = media.track(kind);
    if (track) {
      pc.addTransceiver(track, { direction: 'sendrecv', streams: [media.stream] });
    } else if (media.asked[kind] === 'receive') {
      pc.addTransceiver(kind, { direction: 'recvonly' });
    }
  }
}

/**
 * The answerer adds no m-line of its own: it sends on those that were offered to it.
 *
 * @param {RTCPeerConnection} pc
 * @param {Media} media
 */
export async function attachToOffer(pc, media) {
  for (const transceiver of pc.getTransceivers()) {
    const { sender, receiver, stopped } = /** @type {any} */ (transceiver);
    const track = media.track(receiver.track.kind);
    if (stopped || sender.track || !track || transceiver.direction !== 'recvonly') {
      continue;
    }
    await sender.replaceTrack(track);
    sender.setStreams?.(media.stream);
    transceiver.direction = 'sendrecv';
  }
}

/**
 * Keeps the sent picture at the size it was made in; without it, browsers start smaller and climb. Where more than the
 * browser's own choice may be spent on it, that is told too.
 *
 * @param {RTCPeerConnection} pc
 * @param {Media} media
 */
export async function holdResolution(pc, media) {
  const { maxBitrate } = media.asked;
  for (const sender of pc.getSenders()) {
    if (sender.track?.kind !== 'video') {
      continue;
    }
    const parameters = /** @type {any} */ (sender.getParameters());
    const [encoding] = parameters.encodings ?? [];
    if (parameters.degradationPreference === 'maintain-resolution' && encoding?.maxBitrate === maxBitrate) {
      continue;
    }
    parameters.degradationPreference = 'maintain-resolution';
    if (encoding && maxBitrate) {
      encoding.maxBitrate = maxBitrate;
    }
    // Not every browser takes it at every point of the negotiation; it is asked again after the next one.
    await sender.setParameters(parameters).catch(() => {});
  }
}

/**
 * Stops sending one kind on this connection alone, or goes on; the track, which others may share, runs on.
 *
 * @param {RTCPeerConnection} pc
 * @param {Media} media
 * @param {string} kind
 * @param {boolean} paused
 */
export async function pauseSending(pc, media, kind, paused) {
  const track = media.track(kind);
  const sending = pc.getTransceivers().filter(({ receiver }) => receiver.track.kind === kind);
  if (!track || sending.length === 0) {
    throw new DOMException(`No ${kind} is sent here`, 'NotFoundError');
  }
  await Promise.all(sending.map(({ sender }) => sender.replaceTrack(paused ? null : track)));
}
