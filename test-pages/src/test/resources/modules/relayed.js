// An application that looks at everything it could send to another side: with ?sockets on each of ?addresses, and without.
// `seen` is to be the same either way, `left` is all text that could leave the page.

import { installProbe } from '../../probe.js';
import { rewriteForRelay } from '../../relay-rewriting.js';

const FIRST_PORT = 20000;
const query = new URLSearchParams(location.search);
const perAddress = Number(query.get('sockets') ?? 0);
const own = (query.get('addresses') ?? '').split(',').flatMap((address, nth) =>
  Array.from({ length: perAddress }, (_, each) => ({ address, port: FIRST_PORT + nth * perAddress + each })));
const sent = [];
const left = [];
const seen = {};
const note = (about, what) => (seen[about] ??= []).push(String(what));
const nameOf = (error) => `${error.constructor.name} ${error.name}`;
const send = (text) => sent.push(JSON.parse(text));
const probe = perAddress && installProbe({ send, rewriting: rewriteForRelay, relay: { own } });
const SIDES = ['localDescription', 'currentLocalDescription', 'pendingLocalDescription'];
const FOREIGN = [
  'candidate:1 1 udp 2122260223 198.51.100.7 4000 typ host generation 0',
  'candidate:2 1 UDP 2122194687 2001:db8::7 4001 typ host generation 0',
  'candidate:3 1 tcp 1518280447 198.51.100.7 4002 typ host tcptype passive generation 0',
  'candidate:4 1 udp 1685987071 203.0.113.9 4003 typ srflx raddr 198.51.100.7 rport 4000 generation 0',
];

/** What is told of a candidate that does not hang on chance; TCP is left out, for no relay carries it. */
function kindOf(candidate) {
  const own = Object.getOwnPropertyNames(candidate).join();
  const { component, type, protocol, sdpMid, sdpMLineIndex } = candidate;
  const types = ['candidate', 'address', 'port', 'priority', 'foundation', 'usernameFragment'].map((each) => typeof candidate[each]);
  return [candidate instanceof RTCIceCandidate, own, component, type, protocol, sdpMid, sdpMLineIndex, types, candidate.address?.includes('['), Object.keys(candidate.toJSON())];
}

function kindsOf(sdp) {
  const udp = sdp.split(/\r\n/).filter((line) => line.startsWith('a=candidate') && !/ tcptype /.test(line));
  return [sdp.split(/\r\n/).length > 10, udp.length, udp.map((line) => line.split(' ').length)];
}

function look(pc) {
  for (const side of SIDES) {
    const description = pc[side];
    note('descriptions', [side, description?.type, description instanceof RTCSessionDescription, kindsOf(description?.sdp ?? '')]);
    note('descriptions', [pc[side] === pc[side], Object.keys(description?.toJSON() ?? {})]);
    left.push(JSON.stringify(description));
  }
}

function listen(name, pc) {
  for (const type of ['signalingstatechange', 'negotiationneeded', 'icegatheringstatechange']) {
    pc.addEventListener(type, () => note(`${name} order`, `${type} ${pc.signalingState} ${pc.iceGatheringState}`));
  }
}

/** All candidates, once they are there: a later answer would end the gathering of what it bundles. */
function gathered(name, pc) {
  const found = [];
  return new Promise((resolve) => {
    pc.onicecandidate = (event) => {
      const { candidate } = event;
      left.push(JSON.stringify(candidate), candidate?.candidate, candidate?.address, `${candidate?.port} ${candidate?.relatedPort}`);
      found.push(candidate);
      if (!candidate) {
        const udp = found.filter((each) => each?.protocol === 'udp' && each.candidate);
        note(`${name} candidates`, udp.map(kindOf).sort().join('\n'));
        note(`${name} candidates`, [event.isTrusted, event.target === pc, Object.prototype.toString.call(event)]);
        pc.onicecandidate = null;
        resolve(found);
      }
    };
  });
}

async function trickle(pc, candidates) {
  const results = await Promise.allSettled(candidates.map((each) => pc.addIceCandidate(each)));
  note('added', [...new Set(results.map(({ status, value, reason }) => `${status} ${value ?? reason}`))]);
}

/**
 * What the other side is given: each m-line with a transport of its own; and no candidates, for how far a browser gathers
 * once it has connected is up to chance.
 */
const bare = ({ type, sdp }) => ({ type, sdp: sdp.replace(/a=(group:BUNDLE|candidate:|end-of-candidates).*\r\n/g, '') });

function pair(configuration) {
  const [one, two] = [new RTCPeerConnection(configuration), new RTCPeerConnection(configuration)];
  listen('one', one);
  listen('two', two);
  one.addTransceiver('audio');
  one.addTransceiver('video');
  one.createDataChannel('talk');
  return [one, two];
}

async function offerAndAnswer(one, two) {
  const [ofOne, ofTwo] = [gathered('one', one), gathered('two', two)];
  note('offer', await one.setLocalDescription());
  const offered = await ofOne;
  await two.setRemoteDescription(bare(one.localDescription));
  note('answer', await two.setLocalDescription());
  const answered = await ofTwo;
  await one.setRemoteDescription(bare(two.localDescription));
  [one, two].forEach(look);
  await Promise.all([trickle(one, answered), trickle(two, offered)]);
}

async function call() {
  const [one, two] = pair({ bundlePolicy: 'max-compat' });
  await offerAndAnswer(one, two);
  // A description as it is in the middle of a call holds candidates, and the page may set it by itself.
  const offer = await one.createOffer();
  left.push(JSON.stringify(offer));
  note('renegotiate', [offer.type, offer instanceof RTCSessionDescription, Object.keys(offer), kindsOf(offer.sdp)]);
  await one.setLocalDescription({ type: 'offer', sdp: offer.sdp.replace('s=-', 's=call') });
  await one.setLocalDescription({ type: 'rollback' });
  await one.setLocalDescription(await one.createOffer());
  await two.setRemoteDescription(bare(one.localDescription));
  const answer = await two.createAnswer();
  left.push(JSON.stringify(answer));
  await two.setLocalDescription(answer);
  await one.setRemoteDescription(bare(answer));
  [one, two].forEach(look);
  await glare(one, two);
  one.restartIce();
  await offerAndAnswer(one, two);
  one.close();
  two.close();
}

async function glare(offering, yielding) {
  await offering.setLocalDescription();
  await yielding.setLocalDescription();
  await settled(offering, yielding);
  await yielding.setRemoteDescription(bare(offering.localDescription)).catch((error) => note('glare', nameOf(error)));
  note('glare', yielding.signalingState);
  await yielding.setLocalDescription();
  await settled(offering, yielding);
  await offering.setRemoteDescription(bare(yielding.localDescription));
  note('glare', [offering.signalingState, yielding.signalingState]);
}

/** No gathering goes on, so that the next one's end is its own. */
async function settled(...pcs) {
  do {
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (pcs.some((pc) => pc.iceGatheringState === 'gathering'));
}

/** A far end without a probe, in a description and trickled in all the forms there are. */
async function foreign() {
  const [model, pc] = [new RTCPeerConnection(), new RTCPeerConnection()];
  model.createDataChannel('talk');
  const { sdp } = await model.createOffer();
  const attempt = (what, promise) => promise.then((value) => note('foreign', `${what} ${value}`), (error) => note('foreign', `${what} ${nameOf(error)}`));
  await attempt('too early', pc.addIceCandidate({ candidate: FOREIGN[0], sdpMid: '0' }));
  await attempt('set', pc.setRemoteDescription({ type: 'offer', sdp: `${sdp}a=${FOREIGN[0]}\r\na=${FOREIGN[2]}\r\n` }));
  await attempt('init', pc.addIceCandidate({ candidate: FOREIGN[1], sdpMLineIndex: 0 }));
  await attempt('object', pc.addIceCandidate(new RTCIceCandidate({ candidate: FOREIGN[3], sdpMid: '0', sdpMLineIndex: 0 })));
  await attempt('again', pc.addIceCandidate({ candidate: FOREIGN[1], sdpMid: '0' }));
  await attempt('null', pc.addIceCandidate(null));
  await attempt('empty', pc.addIceCandidate({ candidate: '', sdpMid: '0' }));
  await attempt('text', pc.addIceCandidate('nonsense'));
  await attempt('nothing', pc.addIceCandidate({ candidate: FOREIGN[0] }));
  await attempt('unknown mid', pc.addIceCandidate({ candidate: FOREIGN[0], sdpMid: 'nobody' }));
  await attempt('bad port', pc.addIceCandidate({ candidate: FOREIGN[0].replace('4000', '999999'), sdpMid: '0' }));
  await pc.setLocalDescription();
  for (const side of ['remoteDescription', 'currentRemoteDescription']) {
    const text = pc[side]?.sdp ?? '';
    note(side, text.split(/\r\n/).filter((line) => /^(m=|c=|a=candidate)/.test(line)).sort().join('\n'));
  }
  pc.close();
  await attempt('closed', pc.addIceCandidate({ candidate: FOREIGN[0], sdpMid: '0' }));
  model.close();
}

function configuration() {
  const servers = [
    { urls: ['stun:192.0.2.77:3479', 'turns:192.0.2.77:5349', 'turn:192.0.2.77?transport=udp'], username: 'u', credential: 'c-secret' },
    { urls: 'turn:[2001:db8::5]:3478?transport=tcp', username: 'u', credential: 'c-secret' },
  ];
  const pc = new RTCPeerConnection({ iceServers: servers, iceTransportPolicy: 'relay' });
  note('configuration', JSON.stringify(pc.getConfiguration()));
  pc.setConfiguration({ iceServers: servers.slice(0, 1) });
  note('configuration', JSON.stringify(pc.getConfiguration()));
  for (const bad of [{ iceServers: [{ urls: 'stun:' }] }, { iceServers: [null] }, { iceServers: 7 }, { iceServers: [{ urls: 'turn:a' }] }]) {
    try {
      pc.setConfiguration(bad);
      note('configuration', 'taken');
    } catch (error) {
      note('configuration', nameOf(error));
    }
  }
  pc.close();
}

function shape() {
  const descriptors = Object.getOwnPropertyDescriptors(RTCPeerConnection.prototype);
  for (const [name, { get, set, value, enumerable, configurable, writable }] of Object.entries(descriptors)) {
    note('shape', [name, enumerable, configurable, writable, get?.name, get?.length, set?.name, value?.name, value?.length]);
  }
  for (const call of [() => RTCPeerConnection.prototype.localDescription, () => RTCPeerConnection.prototype.getConfiguration.call({})]) {
    try {
      note('shape', call());
    } catch (error) {
      note('shape', nameOf(error));
    }
  }
}

globalThis.outcome = (async () => {
  shape();
  configuration();
  await call();
  await foreign();
  probe && probe.uninstall();
  return { seen, sent, left };
})();
