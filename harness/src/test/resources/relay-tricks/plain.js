// Answers a call as an application would that knows nothing of probes and relays, and tells its statistics.

const socket = new WebSocket(new URL(`../../socket${location.search}`, location.href.replace(/^http/, 'ws')));
const send = (message) => socket.send(JSON.stringify({ v: 1, ...message }));
const pc = new RTCPeerConnection();
let number = 0;

async function signaled(from, { description, candidate }) {
  if (description) {
    await pc.setRemoteDescription(description);
    if (description.type === 'offer') {
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
