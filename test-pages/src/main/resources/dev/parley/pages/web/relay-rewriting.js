// Puts sockets of a relay in the place of real candidates, as they leave a page and as they come in, so that all media
// passes the relay while the page sees what it would see without. It stands alone: no imports, and nothing of the
// built-in pages. The probe takes it as an option and says what it reports. Only peer connections that are created while
// sockets are known are touched.

/** @typedef {{address: string, port: number}} Socket */

/**
 * @typedef {object} Leases
 * @property {Socket[]} [own] sockets that may stand for candidates here; the first address of a family is its primary one
 * @property {Socket[]} [known] sockets that stand for somebody else's: candidates to be left alone
 */

/** @typedef {{mLine: number, ufrag: string}} Place of a candidate: its m-line and generation */

/** @typedef {(name: string, data: object) => void} Report */

/**
 * @typedef {object} Rewriting
 * @property {(leases: Leases) => void} use adds to what is known
 * @property {(pc: RTCPeerConnection, report: Report) => void} reportTo who hears of a peer connection, also of what was before
 * @property {() => void} uninstall
 */

/**
 * Wraps RTCPeerConnection. To be called before the probe does, so that the probe sees what the page sees.
 *
 * @param {{scope?: any}} [options] the global object to work on
 * @returns {Rewriting}
 */
export function rewriteForRelay({ scope = globalThis } = {}) {
  const MOST_TEXTS = 8;
  const CANDIDATE = /^candidate:(\S+) (\d+) (\S+) (\d+) (\S+) (\d+) typ (\S+)(.*)$/i;
  const RELATED = / raddr \S+ rport \d+/;
  const SERVER = /^(stuns?|turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(\w+))?$/i;
  const NOWHERE = /^(0\.0\.0\.0|::)$/;
  const NO_TCP = 'the relay carries UDP only';
  const Native = scope.RTCPeerConnection;
  const proto = Native.prototype;
  const nativeThen = Promise.prototype.then;
  const nativeListen = scope.EventTarget.prototype.addEventListener;
  const pool = leasePool();
  /** @type {WeakMap<RTCPeerConnection, any>} */
  const states = new WeakMap();
  /** @type {Array<() => void>} */
  const undo = [];

  // ---- sockets ----

  /** One spelling of an address. @param {string} address */
  function canonical(address) {
    const bare = address.replace(/%.*$/, '').toLowerCase();
    return bare.includes(':') ? new URL(`http://[${bare}]/`).hostname.slice(1, -1) : bare;
  }

  /** @param {string} address @param {number} port */
  function spot(address, port) {
    return `${canonical(address)} ${port}`;
  }

  function leasePool() {
    /** @type {Map<string, {left: Socket[], full: number, told: boolean}>} */
    const byAddress = new Map();
    /** @type {Set<string>} */
    const known = new Set();
    /** The leased address that goes with another. @param {string} address a name where the browser hides it */
    const leasedFor = (address) => {
      const wanted = canonical(address);
      const sixth = wanted.includes(':');
      const ofFamily = [...byAddress.keys()].find((each) => each.includes(':') === sixth);
      const anyDo = !sixth && !/^[\d.]+$/.test(wanted);
      return byAddress.has(wanted) ? wanted : ofFamily ?? (anyDo ? [...byAddress.keys()][0] : undefined);
    };
    return {
      get empty() {
        return byAddress.size === 0;
      },
      /** @param {Leases} leases */
      add({ own = [], known: others = [] }) {
        for (const socket of own) {
          const address = canonical(socket.address);
          const shelf = byAddress.get(address) ?? { left: [], full: 0, told: false };
          shelf.left.push(socket);
          shelf.full = shelf.left.length;
          shelf.told = false;
          byAddress.set(address, shelf);
        }
        [...own, ...others].forEach(({ address, port }) => known.add(spot(address, port)));
      },
      /** @param {string} address @param {number} port */
      knows: (address, port) => known.has(spot(address, port)),
      /** @param {string} address @param {Report} report @returns {Socket | null} null where none is left */
      take(address, report) {
        const shelf = byAddress.get(leasedFor(address) ?? '');
        const socket = shelf?.left.shift() ?? null;
        if (shelf && !shelf.told && shelf.left.length * 2 < shelf.full) {
          shelf.told = true;
          report('relay-low', { address: socket?.address ?? address, left: shelf.left.length });
        }
        return socket;
      },
      /** @param {Socket[]} sockets that were taken for nothing */
      giveBack: (sockets) => sockets.forEach((each) => byAddress.get(canonical(each.address))?.left.push(each)),
    };
  }

  // ---- candidates ----

  /** @param {string} text */
  function parse(text) {
    const [, foundation, component, transport, priority, address, port, type, rest] = CANDIDATE.exec(text) ?? [];
    if (!foundation || Number(port) > 65535) {
      return null;
    }
    return { foundation, component: Number(component), transport, priority, address, port: Number(port), type, rest };
  }

  /** @param {any} c */
  function write(c) {
    const { foundation, component, transport, priority, address, port, type, rest } = c;
    return `candidate:${foundation} ${component} ${transport} ${priority} ${address} ${port} typ ${type}${rest}`;
  }

  /** @param {any} candidate @param {Socket} at */
  function moved(candidate, at) {
    return { ...candidate, address: canonical(at.address), port: at.port };
  }

  /** The socket for a candidate, always the same one. @param {any} state @param {boolean} own @param {any} real @param {Place} place */
  function socketFor(state, own, real, { mLine, ufrag }) {
    const { component, type, address, port } = real;
    const key = [own, ufrag, mLine, component, type, address, port].join(' ');
    if (!state.bound.has(key)) {
      const socket = pool.take(address, state.report);
      state.bound.set(key, socket);
      if (socket) {
        state.realOf.set(spot(socket.address, socket.port), real);
        state.socketOf.set(spot(address, port), socket);
      }
      const candidate = write(real);
      state.report('relay-candidate', { own, ufrag, mLine, component, type, address, port, socket, candidate });
    }
    return state.bound.get(key);
  }

  /** @param {any} state @param {string} candidate */
  function withheld(state, candidate) {
    if (!state.withheld.has(candidate)) {
      state.withheld.add(candidate);
      state.report('relay-withheld', { candidate, why: NO_TCP });
    }
  }

  /** Our own candidate as others are to see it; null where they are not. @param {any} state @param {string} text @param {Place} place */
  function outgoing(state, text, place) {
    const real = parse(text);
    if (!real || pool.knows(real.address, real.port)) {
      return text;
    }
    if (real.transport.toLowerCase() !== 'udp') {
      withheld(state, text);
      return null;
    }
    const socket = socketFor(state, true, real, place);
    const hidden = real.address.includes(':') ? ' raddr :: rport 9' : ' raddr 0.0.0.0 rport 9';
    return socket && write(moved({ ...real, rest: real.rest.replace(RELATED, hidden) }, socket));
  }

  /** The other side's candidate as the browser is to see it. @param {any} state @param {string} text @param {Place} place */
  function incoming(state, text, place) {
    const real = parse(text);
    if (!real || pool.knows(real.address, real.port)) {
      return text;
    }
    if (real.transport.toLowerCase() !== 'udp') {
      withheld(state, text);
      return idle(state, real);
    }
    const socket = socketFor(state, false, real, place);
    return socket ? write(moved(real, socket)) : idle(state, real);
  }

  /**
   * A candidate that the browser takes and never sends to: nobody connects to an active one (RFC 6544, section 4.1). Were
   * it left out, errors that the page is to see would be gone as well.
   *
   * @param {any} state @param {any} real
   */
  function idle(state, real) {
    state.idle.set(`${spot(real.address, real.port)} ${real.component}`, real);
    const rest = real.rest.replace(/ tcptype \S+/, '');
    return write({ ...real, transport: 'tcp', rest: rest.replace(/^( raddr \S+ rport \d+)?/, '$1 tcptype active') });
  }

  /** A candidate as it was before, whichever way it went. @param {any} state @param {string} text */
  function restored(state, text) {
    const seen = parse(text);
    if (!seen) {
      return text;
    }
    const real = state.realOf.get(spot(seen.address, seen.port));
    if (real) {
      const rest = seen.rest.replace(RELATED, RELATED.exec(real.rest)?.[0] ?? '');
      return write({ ...seen, address: real.address, port: real.port, rest });
    }
    const silent = state.idle.get(`${spot(seen.address, seen.port)} ${seen.component}`);
    if (silent && seen.transport.toLowerCase() === 'tcp') {
      const type = / tcptype \S+/.exec(silent.rest)?.[0] ?? '';
      return write({ ...seen, transport: silent.transport, rest: seen.rest.replace(/ tcptype \S+/, type) });
    }
    return text;
  }

  // ---- descriptions ----

  /**
   * @param {string} sdp
   * @param {(candidate: string, place: Place) => string | null} onCandidate null leaves it out
   * @param {(address: string, port: number) => Socket | undefined} onDefault of a c= or a=rtcp line; undefined leaves it
   */
  function mapSdp(sdp, onCandidate, onDefault) {
    const parts = sections(sdp);
    return parts.session + parts.media.map(({ text, ufrag }, mLine) => {
      const out = text.replace(/^a=(candidate:[^\r\n]*)(\r?\n|$)/gm, (_line, candidate, end) => {
        const mapped = onCandidate(candidate, { mLine, ufrag });
        return mapped === null ? '' : `a=${mapped}${end}`;
      });
      return mapDefaults(out, onDefault);
    }).join('');
  }

  /** @param {string} text of a section @param {(address: string, port: number) => Socket | undefined} onDefault */
  function mapDefaults(text, onDefault) {
    const line = (/** @type {Socket} */ { address }) => `IN IP${address.includes(':') ? 6 : 4} ${canonical(address)}`;
    const port = /^m=\S+ (\d+)/.exec(text)?.[1];
    const address = /^c=IN IP[46] (\S+)/m.exec(text)?.[1];
    const at = address && onDefault(address, Number(port));
    const out = at
      ? text.replace(/^(m=\S+ )\d+/, `$1${at.port}`).replace(/^c=IN IP[46] \S+/m, `c=${line(at)}`)
      : text;
    return out.replace(/^a=rtcp:(\d+) IN IP[46] (\S+)/m, (found, rtcpPort, rtcpAddress) => {
      const rtcp = onDefault(rtcpAddress, Number(rtcpPort));
      return rtcp ? `a=rtcp:${rtcp.port} ${line(rtcp)}` : found;
    });
  }

  /** @param {string} sdp */
  function sections(sdp) {
    const [session, ...media] = sdp.split(/(?=^m=)/m);
    /** @param {string} name @param {string} text */
    const value = (name, text) => new RegExp(`^a=${name}:(\\S+)`, 'm').exec(text)?.[1];
    const of = (/** @type {string} */ name, /** @type {string} */ text) => value(name, text) ?? value(name, session) ?? '';
    return {
      session,
      media: media.map((text) => ({ text, mid: of('mid', text), ufrag: of('ice-ufrag', text), pwd: of('ice-pwd', text) })),
    };
  }

  /** Reports credentials that are new. @param {any} state @param {boolean} own @param {string | undefined} sdp */
  function learn(state, own, sdp) {
    for (const { ufrag, pwd } of sections(sdp ?? '').media) {
      const key = `${own} ${ufrag}`;
      if (ufrag && !state.learnt.has(key)) {
        state.learnt.add(key);
        state.report('relay-credentials', { own, ufrag, pwd });
      }
    }
  }

  /** @param {any} state @param {string} sdp */
  function hideLocal(state, sdp) {
    learn(state, true, sdp);
    const onDefault = (/** @type {string} */ address, /** @type {number} */ port) => {
      const left = NOWHERE.test(address) || pool.knows(address, port);
      return left ? undefined : state.socketOf.get(spot(address, port)) ?? { address: '0.0.0.0', port: 9 };
    };
    const hidden = mapSdp(sdp, (candidate, place) => outgoing(state, candidate, place), onDefault);
    // What the page sets again is to be the browser's own text, to the letter.
    state.texts.delete(hidden);
    state.texts.set(hidden, sdp);
    if (state.texts.size > MOST_TEXTS) {
      state.texts.delete(state.texts.keys().next().value);
    }
    return hidden;
  }

  /** @param {any} state @param {string} sdp */
  function restore(state, sdp) {
    const onDefault = (/** @type {string} */ address, /** @type {number} */ port) => state.realOf.get(spot(address, port));
    return state.texts.get(sdp) ?? mapSdp(sdp, (candidate) => restored(state, candidate), onDefault);
  }

  /** @param {any} state @param {string} sdp */
  function takeIn(state, sdp) {
    learn(state, false, sdp);
    state.remoteSdp = sdp;
    return mapSdp(sdp, (candidate, place) => incoming(state, candidate, place), () => undefined);
  }

  /**
   * The description as the page is to see it: the same object as long as the browser gives the same.
   *
   * @param {any} state @param {any} description @param {(state: any, sdp: string) => string} map
   */
  function shown(state, description, map) {
    if (!description?.sdp) {
      return description;
    }
    const before = state.shown.get(description);
    if (before?.sdp === description.sdp) {
      return before.value;
    }
    const sdp = map(state, description.sdp);
    const init = { type: description.type, sdp };
    const instance = description instanceof scope.RTCSessionDescription;
    const value = sdp === description.sdp ? description : instance ? new scope.RTCSessionDescription(init) : { ...description, sdp };
    state.shown.set(description, { sdp: description.sdp, value });
    return value;
  }

  /** The arguments of a setter with the SDP mapped. @param {any[]} args @param {(sdp: string) => string} map */
  function withSdp(args, map) {
    const [description, ...rest] = args;
    const sdp = description?.sdp;
    const mapped = typeof sdp === 'string' ? map(sdp) : sdp;
    return mapped === sdp ? args : [{ type: description.type, sdp: mapped }, ...rest];
  }

  // ---- servers ----

  /**
   * Configures with servers replaced; where that is refused, nothing has happened.
   *
   * @param {any} state @param {any[]} args of the constructor or setConfiguration @param {(args: any[]) => any} call
   */
  function configured(state, args, call) {
    const servers = new Map(state.servers);
    /** @type {Array<[string, any]>} */
    const reports = [];
    const given = safely(state, () => withServers(args, (url, server) => serverUrl(servers, url, server, reports)), args);
    try {
      const value = call(given);
      state.servers = servers;
      reports.forEach(([name, data]) => state.report(name, data));
      return value;
    } catch (error) {
      pool.giveBack(reports.flatMap(([, { socket }]) => socket ?? []));
      throw error;
    }
  }

  /** @param {any[]} args @param {(url: any, server: any) => any} map */
  function withServers(args, map) {
    const [configuration, ...rest] = args;
    if (!Array.isArray(configuration?.iceServers)) {
      return args;
    }
    const iceServers = configuration.iceServers.map((/** @type {any} */ server) => {
      const urls = server?.urls;
      const value = Array.isArray(urls) ? urls.map((url) => map(url, server)) : map(urls, server);
      return value === urls ? server : Object.create(server, { urls: { value, enumerable: true } });
    });
    return [Object.create(configuration, { iceServers: { value: iceServers, enumerable: true } }), ...rest];
  }

  /**
   * @param {Map<string, {url: string, replaced: string}>} servers
   * @param {any} url @param {any} server @param {Array<[string, object]>} reports
   */
  function serverUrl(servers, url, server, reports) {
    const [, scheme, bracketed, digits = '3478', transport] = SERVER.exec(typeof url === 'string' ? url : '') ?? [];
    if (!scheme) {
      return url;
    }
    const { username = null, credential = null } = server;
    const key = JSON.stringify([url, username, credential]);
    if (servers.has(key)) {
      return servers.get(key)?.replaced;
    }
    if (/s$/i.test(scheme) || (transport && transport.toLowerCase() !== 'udp')) {
      servers.set(key, { url, replaced: url });
      reports.push(['relay-tcp-server', { url }]);
      return url;
    }
    const host = bracketed.replace(/^\[|\]$/g, '');
    const socket = pool.take(host, (name, data) => reports.push([name, data]));
    reports.push(['relay-server', { host, port: Number(digits), username, credential, socket }]);
    // A name that never resolves (RFC 6761, section 6.4) stands for a server that got no socket.
    const name = socket ? canonical(socket.address) : `withheld-${servers.size}.invalid`;
    const place = `${name.includes(':') ? `[${name}]` : name}:${socket ? socket.port : digits}`;
    const replaced = `${scheme}:${place}${transport ? `?transport=${transport}` : ''}`;
    servers.set(key, { url, replaced });
    return replaced;
  }

  /** @param {any} state @param {any} url */
  function pagesUrl(state, url) {
    const same = String(url).toLowerCase();
    return [...state.servers.values()].find(({ replaced }) => replaced.toLowerCase() === same)?.url ?? url;
  }

  // ---- what the page calls and hears ----

  /** What fails here is told and stays out of the page. @template T @param {any} state @param {() => T} body @param {T} otherwise */
  function safely(state, body, otherwise) {
    try {
      return body();
    } catch (error) {
      const { name = 'Error', message = String(error) } = /** @type {any} */ (error) ?? {};
      state.report('error', { name, message, where: 'relay' });
      return otherwise;
    }
  }

  /** @param {Promise<any>} promise @param {(value: any) => any} onValue */
  function then(promise, onValue) {
    return Reflect.apply(nativeThen, promise, [onValue]);
  }

  /** @param {any} target @param {Record<string, any>} values own properties in the place of inherited ones */
  function overlay(target, values) {
    for (const [name, value] of Object.entries(values)) {
      Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
    }
    return target;
  }

  /** @param {any} state @param {any} event */
  function onCandidate(state, event) {
    const { candidate: real } = event;
    if (!real?.candidate) {
      return;
    }
    learn(state, true, nativeLocal(event.currentTarget)?.sdp);
    const { sdpMid, sdpMLineIndex, usernameFragment, url, relayProtocol } = real;
    const text = outgoing(state, real.candidate, { mLine: sdpMLineIndex, ufrag: usernameFragment });
    if (text === null) {
      event.stopImmediatePropagation();
    } else if (text !== real.candidate) {
      const candidate = new scope.RTCIceCandidate({ candidate: text, sdpMid, sdpMLineIndex, usernameFragment });
      overlay(event, { candidate: url ? overlay(candidate, { url: pagesUrl(state, url), relayProtocol }) : candidate });
    }
  }

  /** @param {any} state @param {any} event */
  function onCandidateError(state, event) {
    const { url, address, port } = event;
    const socket = address ? state.socketOf.get(spot(address, port)) : null;
    overlay(event, { url: pagesUrl(state, url), address: socket?.address ?? null, port: socket?.port ?? null });
  }

  /** @param {any} state @param {RTCPeerConnection} pc @param {any[]} args */
  function withCandidate(state, pc, args) {
    const [init, ...rest] = args;
    const text = init?.candidate;
    if (typeof text !== 'string' || text === '' || pc.signalingState === 'closed') {
      return args;
    }
    const { sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = init;
    // The description may still be on its way into the browser. Without one of that m-line the browser refuses.
    const media = sections(state.remoteSdp).media;
    const mLine = sdpMLineIndex ?? media.findIndex(({ mid }) => mid === sdpMid);
    if (!media[mLine]) {
      return args;
    }
    const ufrag = usernameFragment ?? / ufrag (\S+)/.exec(text)?.[1] ?? media[mLine].ufrag;
    const candidate = incoming(state, text.replace(/^a=/, ''), { mLine, ufrag });
    return candidate === text ? args : [{ candidate, sdpMid, sdpMLineIndex, usernameFragment }, ...rest];
  }

  /**
   * Wraps a method or a getter of the prototype for the peer connections that are touched; name, length and flags stay.
   *
   * @param {string} name
   * @param {(state: any, pc: RTCPeerConnection, call: (args: any[]) => any, args: any[]) => any} around
   */
  function wrap(name, around) {
    const descriptor = Object.getOwnPropertyDescriptor(proto, name);
    const member = descriptor?.get ? 'get' : 'value';
    if (!descriptor?.[member]) {
      return;
    }
    const proxy = new Proxy(descriptor[member], {
      apply(target, self, args) {
        const call = (/** @type {any[]} */ given) => Reflect.apply(target, self, given);
        const state = states.get(self);
        return state ? around(state, self, call, args) : call(args);
      },
    });
    Object.defineProperty(proto, name, { ...descriptor, [member]: proxy });
    undo.push(() => Object.defineProperty(proto, name, descriptor));
  }

  /** @param {string} name @returns {(pc: RTCPeerConnection) => RTCSessionDescription | null} */
  function getter(name) {
    const get = Object.getOwnPropertyDescriptor(proto, name)?.get;
    return (pc) => (get ? Reflect.apply(get, pc, []) : null);
  }

  const nativeLocal = getter('localDescription');

  for (const name of ['localDescription', 'currentLocalDescription', 'pendingLocalDescription']) {
    wrap(name, (state, _pc, call) => {
      const real = call([]);
      return safely(state, () => shown(state, real, hideLocal), real);
    });
  }
  for (const name of ['remoteDescription', 'currentRemoteDescription', 'pendingRemoteDescription']) {
    wrap(name, (state, _pc, call) => {
      const real = call([]);
      return safely(state, () => shown(state, real, restore), real);
    });
  }
  for (const name of ['createOffer', 'createAnswer']) {
    wrap(name, (state, _pc, call, args) => {
      const seen = (/** @type {any} */ real) => safely(state, () => shown(state, real, hideLocal), real);
      const [onDone, ...rest] = args;
      return typeof onDone === 'function' ? call([(/** @type {any} */ real) => onDone(seen(real)), ...rest]) : then(call(args), seen);
    });
  }
  wrap('setLocalDescription', (state, pc, call, args) => {
    const given = safely(state, () => withSdp(args, (sdp) => restore(state, sdp)), args);
    return then(call(given), (value) => {
      safely(state, () => learn(state, true, nativeLocal(pc)?.sdp), undefined);
      return value;
    });
  });
  wrap('setRemoteDescription', (state, _pc, call, args) =>
    call(safely(state, () => withSdp(args, (sdp) => takeIn(state, sdp)), args)));
  wrap('addIceCandidate', (state, pc, call, args) => call(safely(state, () => withCandidate(state, pc, args), args)));
  wrap('setConfiguration', (state, _pc, call, args) => configured(state, args, call));
  wrap('getConfiguration', (state, _pc, call, args) => {
    const configuration = call(args);
    for (const server of configuration.iceServers ?? []) {
      const { urls } = server;
      server.urls = Array.isArray(urls) ? urls.map((url) => pagesUrl(state, url)) : pagesUrl(state, urls);
    }
    return configuration;
  });

  function newState() {
    /** @type {Array<[string, object]>} */
    const early = [];
    return {
      early,
      report: (/** @type {string} */ name, /** @type {object} */ data) => void early.push([name, data]),
      bound: new Map(),
      realOf: new Map(),
      socketOf: new Map(),
      idle: new Map(),
      withheld: new Set(),
      learnt: new Set(),
      remoteSdp: '',
      texts: new Map(),
      shown: new WeakMap(),
      servers: new Map(),
    };
  }

  /** @param {any} pc @param {any} state */
  function adopt(pc, state) {
    states.set(pc, state);
    for (const [type, body] of /** @type {const} */ ([
      ['icecandidate', onCandidate],
      ['icecandidateerror', onCandidateError],
    ])) {
      const listener = (/** @type {any} */ event) => safely(state, () => body(state, event), undefined);
      Reflect.apply(nativeListen, pc, [type, listener]);
    }
  }

  /** @type {any} */
  const Wrapped = new Proxy(Native, {
    construct(target, args, newTarget) {
      const asked = newTarget === Wrapped ? target : newTarget;
      if (pool.empty) {
        return Reflect.construct(target, args, asked);
      }
      const state = newState();
      const pc = configured(state, args, (given) => Reflect.construct(target, given, asked));
      adopt(pc, state);
      return pc;
    },
  });

  for (const [owner, name] of [[scope, 'RTCPeerConnection'], [scope, 'webkitRTCPeerConnection'], [proto, 'constructor']]) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor) {
      Object.defineProperty(owner, name, { ...descriptor, value: Wrapped });
      undo.push(() => Object.defineProperty(owner, name, descriptor));
    }
  }

  return {
    use: (leases) => pool.add(leases),
    reportTo(pc, report) {
      const state = states.get(pc);
      if (state) {
        state.report = report;
        state.early.splice(0).forEach((/** @type {[string, object]} */ [name, data]) => report(name, data));
      }
    },
    uninstall() {
      undo.reverse().forEach((put) => put());
      undo.length = 0;
    },
  };
}
