// Answers a call as an application would that knows nothing of probes and relays, and tells its statistics.

const socket = new WebSocket(new URL(`../../socket${location.search}`, location.href.replace(/^http/, 'ws')));
const send = (message) => socket.send(JSON.stringify({ v: 1, ...message }));
const pc = new RTCPeerConnection();
let number = 0;

/** A tone and a picture of its own, on whatever it is offered. */
async function attach() {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const audio = context.createMediaStreamDestination();
  tone.connect(audio);
  tone.start();
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
  const pencil = canvas.getContext('2d');
  setInterval(() => {
    pencil.fillStyle = `hsl(${Math.random() * 360} 90% 50%)`;
    pencil.fillRect(Math.random() * 320, Math.random() * 240, 99, 99);
  }, 40);
  const tracks = { audio: audio.stream.getTracks()[0], video: canvas.captureStream(25).getTracks()[0] };
  for (const transceiver of pc.getTransceivers()) {
    transceiver.direction = 'sendrecv';
    await transceiver.sender.replaceTrack(tracks[transceiver.receiver.track.kind]);
  }
}

async function signaled(from, { description, candidate }) {
  if (description) {
    await pc.setRemoteDescription(description);
    if (description.type === 'offer') {
      await attach();
      await pc.setLocalDescription();
      send({ type: 'signal', to: from, signal: { description: pc.localDescription } });
    }
  } else if (candidate) {
    await pc.addIceCandidate(candidate);
  }
}

async function tell() {
  const report = [...(await pc.getStats()).values()];
  number += 1;
  send({ type: 'stats', pageMs: performance.now(), pc: 'plain', number, report, costMs: 0, timerLateMs: 0 });
}

pc.onicecandidate = ({ candidate }) => candidate && send({ type: 'signal', to: 'offerer', signal: { candidate } });
socket.onopen = () => {
  const { timeOrigin } = performance;
  const { userAgent, platform } = navigator;
  const head = { userAgent, platform, timeOrigin, pageMs: performance.now() };
  send({ type: 'hello', ...head, crossOriginIsolated: false, visibility: document.visibilityState });
  setInterval(tell, 500);
};
socket.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.type === 'ping') {
    send({ type: 'pong', id: message.id, pageMs: performance.now() });
  } else if (message.type === 'signal') {
    void signaled(message.from, message.signal);
  }
};
