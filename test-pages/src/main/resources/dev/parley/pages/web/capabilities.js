// What this browser can do, found by asking and trying.

const DEADLINE_MS = 5000;

export async function capabilities() {
  const [camera, microphone, hostCandidate, audioContext] = await Promise.all([
    tryDevice({ video: true }),
    tryDevice({ audio: true }),
    firstHostCandidate(),
    startsAudioContext(),
  ]);
  return {
    audio: codecs('audio'),
    video: codecs('video'),
    hasCamera: camera.works,
    hasMicrophone: microphone.works,
    cameraError: camera.error,
    microphoneError: microphone.error,
    hostCandidate,
    audioContext,
    trackGenerator: 'MediaStreamTrackGenerator' in globalThis,
    encodedTransform: 'RTCRtpScriptTransform' in globalThis,
    crossOriginIsolated: globalThis.crossOriginIsolated === true,
  };
}

/** @param {'audio' | 'video'} kind */
function codecs(kind) {
  return {
    send: RTCRtpSender.getCapabilities(kind)?.codecs ?? [],
    receive: RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [],
  };
}

/** @param {MediaStreamConstraints} constraints */
async function tryDevice(constraints) {
  try {
    const stream = await within(navigator.mediaDevices.getUserMedia(constraints), 'getUserMedia');
    stream.getTracks().forEach((track) => track.stop());
    return { works: true, error: null };
  } catch (error) {
    const { name, message } = /** @type {any} */ (error);
    return { works: false, error: `${name}: ${message}` };
  }
}

/** The line of the first host candidate; null where none is gathered. */
async function firstHostCandidate() {
  const pc = new RTCPeerConnection();
  try {
    const found = new Promise((resolve) => {
      pc.onicecandidate = ({ candidate }) => {
        if (!candidate || candidate.type === 'host') {
          resolve(candidate?.candidate || null);
        }
      };
    });
    pc.createDataChannel('candidates');
    await pc.setLocalDescription();
    return await within(found, 'gathering');
  } catch {
    return null;
  } finally {
    pc.close();
  }
}

async function startsAudioContext() {
  const context = new AudioContext();
  await within(context.resume(), 'AudioContext').catch(() => {});
  const { state } = context;
  void context.close();
  return state === 'running';
}

/** @template T @param {Promise<T>} promise @param {string} what @returns {Promise<T>} */
function within(promise, what) {
  const late = new Promise((_resolve, reject) => {
    setTimeout(() => reject(new DOMException(`${what} took over ${DEADLINE_MS} ms`, 'TimeoutError')), DEADLINE_MS);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late]));
}
