// Sound made in the page: a tone whose pitch tells who speaks, slowly swelling and wavering so that no encoder takes
// it for silence or noise.

const START_WITHIN_MS = 1500;

/**
 * Opens the tone; null where the browser starts no AudioContext.
 *
 * @param {string} label
 * @returns {Promise<{track: MediaStreamTrack, close: () => void} | null>}
 */
export async function openPageAudio(label) {
  const context = new AudioContext();
  if (!(await running(context))) {
    void context.close();
    return null;
  }
  const tone = new OscillatorNode(context, { frequency: pitch(label) });
  const level = new GainNode(context, { gain: 0.4 });
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  modulate(context, 1.3, 0.2, level.gain);
  modulate(context, 0.5, 30, tone.frequency);
  tone.connect(level).connect(out);
  tone.start();
  return { track: out.stream.getAudioTracks()[0], close: () => void context.close() };
}

/** @param {AudioContext} context */
async function running(context) {
  const deadline = new Promise((resolve) => setTimeout(resolve, START_WITHIN_MS));
  await Promise.race([context.resume().catch(() => {}), deadline]);
  return context.state === 'running';
}

/** @param {AudioContext} context @param {number} frequency @param {number} depth @param {AudioParam} target */
function modulate(context, frequency, depth, target) {
  const slow = new OscillatorNode(context, { frequency });
  slow.connect(new GainNode(context, { gain: depth })).connect(target);
  slow.start();
}

/** 300 to 700 Hz, by name. @param {string} label */
function pitch(label) {
  const sum = [...label].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7);
  return 300 + (sum % 41) * 10;
}
