// Instruments every RTCPeerConnection of a page, whoever wrote the page. It stands alone: no imports, and nothing of
// the built-in pages; what sends media through a relay is given to it. What the page under test sees is unchanged: values, exceptions, and the order of events.

/**
 * @typedef {object} ProbeOptions
 * @property {(text: string) => void} send takes one message of the page protocol as JSON text
 * @property {number} [sampleIntervalMs] 100 to 60000, 1000 unless told
 * @property {() => number} [now] the clock, performance.now() unless told
 * @property {any} [scope] the global object to instrument
 * @property {typeof import('./relay-rewriting.js').rewriteForRelay} [rewriting] puts relay sockets in the place of candidates
 * @property {import('./relay-rewriting.js').Leases} [relay] the sockets to begin with
 */

/**
 * @typedef {object} Probe
 * @property {(ms: number) => void} setSampleInterval
 * @property {() => Promise<void>} sampleNow resolves once a sample of every live peer connection is sent or lost
 * @property {(pc: RTCPeerConnection) => string | null} idOf the id a peer connection has in messages
 * @property {(name: string, data: object, pc?: string | null) => void} emit sends an event
 * @property {(leases: import('./relay-rewriting.js').Leases) => void} useRelay adds sockets; peer connections created from
 *   the first ones on go through the relay
 * @property {() => void} uninstall puts back what was wrapped; known peer connections stay observed
 */

/**
 * Wraps RTCPeerConnection and begins to report.
 *
 * @param {ProbeOptions} options
 * @returns {Probe}
 */
export function installProbe(options) {
  const { send, sampleIntervalMs = 1000, now = () => performance.now(), scope = globalThis } = options;
  const MOST_PENDING = 3;
  const FAST_POLL_MS = 50;
  const SLOWEST_POLL_MS = 1000;
  const POLLED_FOR_MS = 60000;
  const LAST_SAMPLE_DEADLINE_MS = 1000;
  // It comes first, so that what is observed here is what the page sees.
  const rewriting = options.rewriting?.({ scope });
  const Native = scope.RTCPeerConnection;
  const proto = Native.prototype;
  const native = { getStats: proto.getStats, then: Promise.prototype.then };
  /** @type {WeakMap<RTCPeerConnection, any>} */
  const known = new WeakMap();
  /** @type {Set<any>} */
  const live = new Set();
  /** @type {Array<() => void>} */
  const undo = [];
  let interval = clampInterval(sampleIntervalMs);
  let created = 0;

  /** @param {number} ms */
  function clampInterval(ms) {
    return Math.min(60000, Math.max(100, Number(ms) || 1000));
  }

  /** Runs observing code; whatever happens in it stays out of the page. @param {() => void} body */
  function guard(body) {
    try {
      body();
    } catch (error) {
      try {
        emit('error', { ...describe(error), where: 'probe' });
      } catch {
        // Nowhere left to say so.
      }
    }
  }

  /** @param {any} error */
  function describe(error) {
    return { name: String(error?.name ?? 'Error'), message: String(error?.message ?? error) };
  }

  /** @param {string} name @param {object} data @param {string | null} [pc] */
  function emit(name, data, pc = null) {
    send(JSON.stringify({ v: 1, type: 'event', pageMs: now(), pc, name, data }));
  }

  /** @param {Promise<any>} promise @param {(value: any) => any} onValue @param {(error: any) => any} onError */
  function then(promise, onValue, onError) {
    return Reflect.apply(native.then, promise, [onValue, onError]);
  }

  // ---- samples ----

  /** @param {any} state */
  function startSampling(state) {
    state.due = now() + interval;
    const arm = () => {
      state.timer = setTimeout(tick, Math.max(0, state.due - now()));
    };
    const tick = () => {
      if (state.closed || !state.ref.deref()) {
        live.delete(state);
        return;
      }
      const late = now() - state.due;
      // Every sample that came due while the page was held up counts, so that the gap shows.
      const passed = 1 + Math.floor(Math.max(0, late) / interval);
      state.number += passed;
      state.due += passed * interval;
      guard(() => void takeSample(state, state.number, Math.max(0, late)));
      arm();
    };
    state.rearm = () => {
      clearTimeout(state.timer);
      state.due = now() + interval;
      arm();
    };
    arm();
  }

  /** Takes one sample; resolves when it is sent or lost. @param {any} state @param {number} number @param {number} late */
  function takeSample(state, number, late) {
    const pc = state.ref.deref();
    if (!pc || state.pending >= MOST_PENDING) {
      return Promise.resolve();
    }
    state.pending += 1;
    const before = now();
    const promise = Reflect.apply(native.getStats, pc, []);
    const asked = now() - before;
    return then(
      promise,
      (report) => {
        state.pending -= 1;
        guard(() => sendSample(state, number, late, report, asked));
      },
      () => {
        state.pending -= 1;
      },
    );
  }

  /** @param {any} state @param {number} number @param {number} late @param {RTCStatsReport} report @param {number} asked */
  function sendSample(state, number, late, report, asked) {
    const before = now();
    const json = JSON.stringify([...report.values()]);
    const costMs = asked + now() - before;
    const head = { v: 1, type: 'stats', pageMs: before, pc: state.id, number, costMs, timerLateMs: late };
    send(`${JSON.stringify(head).slice(0, -1)},"report":${json}}`);
  }

  // ---- the first packet of each remote track ----

  /** @param {any} state */
  function pollFirstPackets(state) {
    if (state.polling || state.closed || state.awaited.size === 0 || !state.connected) {
      return;
    }
    state.polling = true;
    const began = now();
    let last = began;
    let wait = FAST_POLL_MS;
    const stop = () => {
      state.polling = false;
    };
    const poll = () => {
      const pc = state.ref.deref();
      if (!pc || state.closed || state.awaited.size === 0 || now() - began > POLLED_FOR_MS) {
        stop();
        return;
      }
      const since = last;
      then(
        Reflect.apply(native.getStats, pc, []),
        (report) => {
          guard(() => findFirstPackets(state, report, now() - since));
          last = now();
          // A track that stays silent is not worth a poll every 50 ms.
          wait = last - began < 5000 ? FAST_POLL_MS : Math.min(SLOWEST_POLL_MS, wait * 1.5);
          setTimeout(poll, wait);
        },
        stop,
      );
    };
    poll();
  }

  /** @param {any} state @param {RTCStatsReport} report @param {number} resolutionMs */
  function findFirstPackets(state, report, resolutionMs) {
    for (const stats of report.values()) {
      const key = `${stats.kind}/${stats.mid}`;
      if (stats.type === 'inbound-rtp' && stats.packetsReceived > 0 && state.awaited.has(key)) {
        state.awaited.delete(key);
        emit('first-packet', { kind: stats.kind, mid: stats.mid, resolutionMs }, state.id);
      }
    }
  }

  // ---- events ----

  /** @param {RTCPeerConnection} pc */
  function safeConfiguration(pc) {
    const { iceServers = [], iceTransportPolicy, bundlePolicy, rtcpMuxPolicy, iceCandidatePoolSize } = pc.getConfiguration();
    const servers = iceServers.map(({ urls }) => ({ urls }));
    return { iceServers: servers, iceTransportPolicy, bundlePolicy, rtcpMuxPolicy, iceCandidatePoolSize };
  }

  /** @param {RTCIceCandidate | RTCIceCandidateInit | null | undefined} candidate */
  function candidateData(candidate) {
    return {
      candidate: candidate?.candidate ?? '',
      sdpMid: candidate?.sdpMid ?? null,
      sdpMLineIndex: candidate?.sdpMLineIndex ?? null,
    };
  }

  /** @param {RTCPeerConnection} pc */
  function observe(pc) {
    created += 1;
    const state = {
      id: `pc${created}`,
      ref: new WeakRef(pc),
      number: 0,
      pending: 0,
      closed: false,
      connected: false,
      polling: false,
      awaited: new Set(),
    };
    known.set(pc, state);
    live.add(state);
    emit('pc-created', { configuration: safeConfiguration(pc) }, state.id);
    rewriting?.reportTo(pc, (name, data) => emit(name, data, state.id));
    listen(pc, state);
    startSampling(state);
  }

  /** @param {RTCPeerConnection} pc @param {any} state */
  function listen(pc, state) {
    /** @param {string} type @param {(event: any) => void} body */
    const on = (type, body) => pc.addEventListener(type, (event) => guard(() => body(event)));
    const self = () => /** @type {RTCPeerConnection} */ (state.ref.deref());
    on('signalingstatechange', () => emit('signaling-state', { state: self().signalingState }, state.id));
    on('icegatheringstatechange', () => emit('ice-gathering', { state: self().iceGatheringState }, state.id));
    on('iceconnectionstatechange', () => {
      const current = self().iceConnectionState;
      emit('ice-connection', { state: current }, state.id);
      state.connected = current === 'connected' || current === 'completed';
      pollFirstPackets(state);
    });
    on('connectionstatechange', () => emit('connection', { state: self().connectionState }, state.id));
    on('icecandidate', ({ candidate }) => emit('local-candidate', candidateData(candidate), state.id));
    on('icecandidateerror', ({ errorCode, errorText, url }) => emit('candidate-error', { errorCode, errorText, url }, state.id));
    on('negotiationneeded', () => emit('negotiation-needed', {}, state.id));
    on('datachannel', ({ channel }) => watchChannel(channel, state.id));
    on('track', ({ track, transceiver }) => watchTrack(track, transceiver, state));
  }

  /** @param {MediaStreamTrack} track @param {RTCRtpTransceiver} transceiver @param {any} state */
  function watchTrack(track, transceiver, state) {
    const about = () => ({ kind: track.kind, mid: transceiver.mid });
    emit('track', { ...about(), trackId: track.id }, state.id);
    for (const type of ['mute', 'unmute', 'ended']) {
      track.addEventListener(type, () => guard(() => emit(`track-${type}`, about(), state.id)));
    }
    state.awaited.add(`${track.kind}/${transceiver.mid}`);
    pollFirstPackets(state);
  }

  /** @param {RTCDataChannel} channel @param {string} pc */
  function watchChannel(channel, pc) {
    const tell = () => emit('data-channel', { label: channel.label, id: channel.id, state: channel.readyState }, pc);
    for (const type of ['open', 'closing', 'close']) {
      channel.addEventListener(type, () => guard(tell));
    }
    tell();
  }

  // ---- what the page calls ----

  /**
   * Wraps a method of the prototype; its name, length and property flags stay.
   *
   * @param {string} method
   * @param {(state: any, pc: RTCPeerConnection, call: () => any, args: any[]) => any} around
   */
  function wrap(method, around) {
    const descriptor = Object.getOwnPropertyDescriptor(proto, method);
    if (!descriptor || typeof descriptor.value !== 'function') {
      return;
    }
    const value = new Proxy(descriptor.value, {
      apply(target, self, args) {
        const call = () => Reflect.apply(target, self, args);
        const state = known.get(self);
        return state ? around(state, self, call, args) : call();
      },
    });
    Object.defineProperty(proto, method, { ...descriptor, value });
    undo.push(() => Object.defineProperty(proto, method, descriptor));
  }

  /**
   * Watches a promise that the page gets. The page is given the derived one: were the original handed out with a
   * reaction of ours on it, a rejection that the page leaves unhandled would no longer be reported as such.
   *
   * @param {Promise<any>} promise @param {() => void} onDone @param {string} where @param {string} pc
   */
  function watched(promise, onDone, where, pc) {
    return then(
      promise,
      (value) => {
        guard(onDone);
        return value;
      },
      (error) => {
        guard(() => emit('error', { ...describe(error), where }, pc));
        throw error;
      },
    );
  }

  for (const [method, side, event] of [
    ['setLocalDescription', 'localDescription', 'local-description'],
    ['setRemoteDescription', 'remoteDescription', 'remote-description'],
  ]) {
    wrap(method, (state, pc, call) => {
      const tell = () => {
        const description = /** @type {any} */ (pc)[side];
        emit(event, { kind: description?.type ?? 'rollback', sdp: description?.sdp ?? '' }, state.id);
      };
      return watched(call(), tell, method, state.id);
    });
  }
  wrap('addIceCandidate', (state, _pc, call, [candidate]) => {
    const data = candidateData(candidate);
    return watched(call(), () => emit('remote-candidate', data, state.id), 'addIceCandidate', state.id);
  });
  wrap('createDataChannel', (state, _pc, call) => {
    const channel = call();
    guard(() => watchChannel(channel, state.id));
    return channel;
  });
  wrap('close', (state, _pc, call) => {
    if (state.closed) {
      return call();
    }
    guard(() => {
      state.number += 1;
      // Asked before the connection closes; what resolves is sent, what does not is a gap in the numbers.
      state.last = takeSample(state, state.number, 0);
      state.closed = true;
      clearTimeout(state.timer);
      live.delete(state);
    });
    try {
      return call();
    } finally {
      guard(() => emit('pc-closed', {}, state.id));
    }
  });

  /** @type {any} */
  const Wrapped = new Proxy(Native, {
    construct(target, args, newTarget) {
      const pc = Reflect.construct(target, args, newTarget === Wrapped ? target : newTarget);
      guard(() => observe(pc));
      return pc;
    },
  });

  /** @param {any} owner @param {string} name @param {any} value */
  function replace(owner, name, value) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor) {
      Object.defineProperty(owner, name, { ...descriptor, value });
      undo.push(() => Object.defineProperty(owner, name, descriptor));
    }
  }
  replace(scope, 'RTCPeerConnection', Wrapped);
  replace(scope, 'webkitRTCPeerConnection', Wrapped);
  replace(proto, 'constructor', Wrapped);

  /** @param {import('./relay-rewriting.js').Leases} leases */
  function useRelay(leases) {
    if (!rewriting) {
      throw new TypeError('This probe was installed without rewriting: give it rewriteForRelay of relay-rewriting.js');
    }
    rewriting.use(leases);
  }

  if (options.relay) {
    useRelay(options.relay);
  }

  return {
    setSampleInterval(ms) {
      interval = clampInterval(ms);
      live.forEach((state) => state.rearm());
    },
    async sampleNow() {
      const deadline = new Promise((resolve) => setTimeout(resolve, LAST_SAMPLE_DEADLINE_MS));
      const samples = [...live].map((state) => takeSample(state, ++state.number, 0));
      await Promise.race([Promise.all(samples), deadline]);
    },
    idOf: (pc) => known.get(pc)?.id ?? null,
    emit: (name, data, pc = null) => guard(() => emit(name, data, pc)),
    useRelay,
    uninstall() {
      undo.reverse().forEach((put) => put());
      undo.length = 0;
      rewriting?.uninstall();
    },
  };
}
