// An application of its own, run with the probe (?probe) and without. What it sees goes into one record.

const sent = [];
let probe = null;
if (location.search === '?probe') {
  const { installProbe } = await import('../../probe.js');
  probe = installProbe({ send: (text) => sent.push(text), sampleIntervalMs: 100 });
}

/** @type {Record<string, string[]>} */
const seen = {};
const note = (about, what) => (seen[about] ??= []).push(String(what));
const nameOf = (error) => `${error.constructor.name} ${error.name}`;

function attempt(what, body) {
  try {
    note('exceptions', `${what}: ${body()}`);
  } catch (error) {
    note('exceptions', `${what}: ${nameOf(error)}`);
  }
}

function shape() {
  const pc = new RTCPeerConnection();
  const { prototype } = RTCPeerConnection;
  note('shape', pc instanceof RTCPeerConnection);
  note('shape', pc.constructor === RTCPeerConnection);
  note('shape', Object.getPrototypeOf(pc) === prototype);
  note('shape', `${RTCPeerConnection.name} ${RTCPeerConnection.length} ${typeof RTCPeerConnection}`);
  note('shape', Object.prototype.toString.call(pc));
  note('shape', Object.keys(Object.getOwnPropertyDescriptors(prototype)).sort());
  for (const method of ['close', 'setLocalDescription', 'addIceCandidate', 'createDataChannel', 'getStats']) {
    const { enumerable, writable, configurable, value } = Object.getOwnPropertyDescriptor(prototype, method);
    note('shape', [method, enumerable, writable, configurable, value.name, value.length]);
  }
  class Own extends RTCPeerConnection {
    close() {
      note('shape', 'own close');
      return super.close();
    }
  }
  const own = new Own();
  note('shape', [own instanceof Own, own instanceof RTCPeerConnection, own.constructor === Own, own.close()]);
  note('shape', RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' }) instanceof Promise);
  note('shape', pc.setLocalDescription() instanceof Promise);
  note('shape', pc.close());
}

function exceptions() {
  attempt('called', () => RTCPeerConnection());
  attempt('bad url', () => new RTCPeerConnection({ iceServers: [{ urls: 'nonsense:x' }] }));
  attempt('bad policy', () => new RTCPeerConnection({ iceTransportPolicy: 'maybe' }));
  attempt('foreign this', () => RTCPeerConnection.prototype.close.call({}));
  const pc = new RTCPeerConnection();
  attempt('no label', () => pc.createDataChannel());
  attempt('bad kind', () => pc.addTransceiver('smell'));
  pc.close();
  attempt('closed', () => pc.createDataChannel('late'));
  attempt('closed twice', () => pc.close());
}

async function rejections() {
  const unhandled = [];
  const onUnhandled = (event) => {
    unhandled.push(nameOf(event.reason));
    event.preventDefault();
  };
  addEventListener('unhandledrejection', onUnhandled);
  const pc = new RTCPeerConnection();
  await pc.setRemoteDescription({ type: 'answer', sdp: 'x' }).catch((error) => note('rejections', nameOf(error)));
  await pc.addIceCandidate({ candidate: 'x', sdpMid: '0' }).catch((error) => note('rejections', nameOf(error)));
  await RTCPeerConnection.prototype.setLocalDescription.call({}).catch((error) => note('rejections', nameOf(error)));
  void pc.setRemoteDescription({ type: 'answer', sdp: 'nobody handles this' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  removeEventListener('unhandledrejection', onUnhandled);
  note('rejections', `unhandled: ${unhandled}`);
  pc.close();
}

function listen(name, pc, order) {
  for (const type of ['signalingstatechange', 'negotiationneeded', 'track', 'datachannel']) {
    pc.addEventListener(type, () => note(order, `${name} ${type} ${pc.signalingState}`));
  }
  pc.addEventListener('connectionstatechange', () => note(`${name} connection`, pc.connectionState));
  pc.addEventListener('icegatheringstatechange', () => note(`${name} gathering`, pc.iceGatheringState));
}

async function call() {
  const order = 'order';
  const one = new RTCPeerConnection({
    iceServers: [{ urls: 'turn:127.0.0.1:3478', username: 'user-secret', credential: 'pass-secret' }],
  });
  const two = new RTCPeerConnection();
  listen('one', one, order);
  listen('two', two, order);
  one.onicecandidate = ({ candidate }) => two.addIceCandidate(candidate ?? undefined);
  two.onicecandidate = ({ candidate }) => one.addIceCandidate(candidate ?? undefined);
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 });
  const context = canvas.getContext('2d');
  setInterval(() => context.fillRect(Math.random() * 160, 0, 9, 9), 50);
  one.addTransceiver(canvas.captureStream(20).getVideoTracks()[0]);
  const channel = one.createDataChannel('talk');
  const opened = new Promise((resolve) => (channel.onopen = resolve));
  two.ondatachannel = ({ channel: far }) => (far.onmessage = ({ data }) => far.send(`echo ${data}`));
  note(order, `offer ${await one.setLocalDescription()}`);
  note(order, `offered ${await two.setRemoteDescription(one.localDescription)}`);
  await Promise.all([
    two.setLocalDescription().then(() => note(order, 'answer')),
    Promise.resolve().then(() => note(order, 'next microtask')),
  ]);
  note(order, `answered ${await one.setRemoteDescription(two.localDescription)}`);
  await opened;
  const echo = new Promise((resolve) => (channel.onmessage = ({ data }) => resolve(data)));
  channel.send('hello');
  note('talk', await echo);
  await packets(two);
  const stats = await one.getStats();
  note('talk', [stats instanceof RTCStatsReport, one.signalingState]);
  two.close();
  one.close();
  note(order, [one.signalingState, one.connectionState, two.signalingState]);
}

async function packets(pc) {
  for (let i = 0; i < 100; i += 1) {
    const stats = [...(await pc.getStats()).values()];
    if (stats.some(({ type, packetsReceived }) => type === 'inbound-rtp' && packetsReceived > 20)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  note('talk', 'no packets');
}

globalThis.outcome = (async () => {
  shape();
  exceptions();
  await rejections();
  await call();
  probe?.uninstall();
  const native = probe ? Object.getOwnPropertyDescriptor(globalThis, 'RTCPeerConnection').value : null;
  return { seen, sent, restored: native === RTCPeerConnection.prototype.constructor };
})();
