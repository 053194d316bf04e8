// What other applications do otherwise than the built-in page, and what none should do.

const { prototype } = RTCPeerConnection;

/** @param {(sdp: string) => string} map */
function mapRemote(map) {
  const { setRemoteDescription } = prototype;
  prototype.setRemoteDescription = function ({ type, sdp }) {
    return setRemoteDescription.call(this, { type, sdp: map(sdp) });
  };
}

const hearNothing = () => {
  prototype.addIceCandidate = async () => {};
};

/** Each m-line has a transport of its own. */
const unbundle = () => mapRemote((sdp) => sdp.replace(/a=group:BUNDLE.*\r\n/, ''));

/** Descriptions are signaled once they hold all candidates, and none is sent on its own. */
function untrickle() {
  const { setLocalDescription } = prototype;
  prototype.setLocalDescription = async function (...given) {
    await setLocalDescription.apply(this, given);
    await new Promise((resolve) => {
      const look = () => this.iceGatheringState === 'complete' && resolve();
      this.addEventListener('icegatheringstatechange', look);
      look();
    });
  };
  hearNothing();
}

/** The other side's candidates are never heard of: it is known by its checks alone. */
function ignoreCandidates() {
  mapRemote((sdp) => sdp.replace(/a=candidate:.*\r\n/g, ''));
  hearNothing();
}

/** Adds candidates where no probe sees it: another realm has a method of its own. */
async function smuggle(pc, candidates) {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const { addIceCandidate } = frame.contentWindow.RTCPeerConnection.prototype;
  for (const { candidate, mLine } of candidates) {
    await addIceCandidate.call(pc, { candidate: candidate.replace(/ (\d+) (?=\S+ \d+ typ)/, ' 2130706431 '), sdpMLineIndex: mLine });
  }
}

export function register(registry) {
  registry.add('unbundle', unbundle);
  registry.add('untrickle', untrickle);
  registry.add('ignore-candidates', ignoreCandidates);
  registry.add('smuggle', ({ peer, candidates }) => smuggle(registry.session.peer(peer).pc, candidates));
  registry.add('glare', glare);
}

// ---- perfect negotiation (W3C WebRTC, section 10.7), with both sides in one page ----

class Side {
  signaling = [];
  connection = [];
  #makingOffer = false;
  #ignoreOffer = false;

  constructor(polite) {
    this.polite = polite;
    this.pc = new RTCPeerConnection();
    this.pc.onnegotiationneeded = async () => {
      this.#makingOffer = true;
      await this.pc.setLocalDescription();
      this.#makingOffer = false;
      this.send({ description: this.pc.localDescription.toJSON() });
    };
    this.pc.onicecandidate = ({ candidate }) => this.send({ candidate: candidate?.toJSON() });
    this.pc.onsignalingstatechange = () => this.signaling.push(this.pc.signalingState);
    this.pc.onconnectionstatechange = () => this.connection.push(this.pc.connectionState);
  }

  send(message) {
    setTimeout(() => void this.other.receive(JSON.parse(JSON.stringify(message))), 50);
  }

  async receive({ description, candidate }) {
    if (description) {
      const collision = description.type === 'offer' && (this.#makingOffer || this.pc.signalingState !== 'stable');
      this.#ignoreOffer = !this.polite && collision;
      if (!this.#ignoreOffer) {
        await this.pc.setRemoteDescription(description);
        if (description.type === 'offer') {
          await this.pc.setLocalDescription();
          this.send({ description: this.pc.localDescription.toJSON() });
        }
      }
    } else if (candidate) {
      await this.pc.addIceCandidate(candidate).catch((error) => this.#ignoreOffer || this.signaling.push(error.name));
    }
  }

  /** Connected over this many generations, and quiet. */
  async settled(offers) {
    const done = () => this.pc.connectionState === 'connected' && this.pc.signalingState === 'stable'
      && this.signaling.filter((state) => state === 'stable').length >= offers;
    for (let quiet = 0; quiet < 10; quiet = done() ? quiet + 1 : 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function glare() {
  const sides = [new Side(true), new Side(false)];
  sides.forEach((side, at) => (side.other = sides[1 - at]));
  // Both have something to offer at the same moment, twice.
  sides.forEach(({ pc }) => pc.createDataChannel('talk', { negotiated: true, id: 7 }));
  await Promise.all(sides.map((side) => side.settled(1)));
  sides.forEach(({ pc }) => pc.restartIce());
  await Promise.all(sides.map((side) => side.settled(2)));
  sides.forEach(({ pc }) => pc.close());
  return sides.map(({ polite, signaling, connection }) => ({ polite, signaling, connection }));
}
