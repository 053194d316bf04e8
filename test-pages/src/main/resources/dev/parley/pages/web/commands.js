// The commands of the built-in page, and a place for those that a module adds.

import { capabilities } from './capabilities.js';
import { sendFile } from './file.js';
import { sendNumbered } from './numbered.js';

/** @typedef {(args: any) => any} Command */

export class Registry {
  /** @type {Map<string, Command>} */
  #commands = new Map();

  /** @param {import('./call-session.js').CallSession} session what a command may work with */
  constructor(session) {
    this.session = session;
  }

  /** @param {string} name @param {Command} command */
  add(name, command) {
    if (this.#commands.has(name)) {
      throw new DOMException(`A command named ${name} is there already`, 'InvalidStateError');
    }
    this.#commands.set(name, command);
  }

  /** @param {string} name @param {any} args */
  async run(name, args) {
    const command = this.#commands.get(name);
    if (!command) {
      const known = [...this.#commands.keys()].join(', ');
      throw new DOMException(`No command ${name}; there are ${known}`, 'NotFoundError');
    }
    return (await command(args)) ?? {};
  }
}

/** @param {import('./call-session.js').CallSession} session */
export function builtInCommands(session) {
  const registry = new Registry(session);
  registry.add('relay', (leases) => session.probe.useRelay(leases));
  registry.add('prepare', (args) => session.prepare(args));
  registry.add('offer', ({ peer }) => session.peer(peer).offer());
  registry.add('restart-ice', ({ peer }) => session.peer(peer).restartIce());
  registry.add('track-enabled', ({ kind, enabled }) => session.enableTrack(kind, enabled));
  registry.add('pause', ({ peer, kind, paused }) => session.peer(peer).pause(kind, paused));
  registry.add('channel-open', ({ peer, label, options }) => session.peer(peer).channels.open(label, options ?? {}));
  registry.add('channel-exchange', ({ peer, label, cases, deadlineMs }) =>
    session.peer(peer).channels.exchange(label, cases, deadlineMs));
  registry.add('file-send', ({ peer, label, ...file }) => sendFile(session.peer(peer).channels.get(label), file));
  registry.add('numbered-send', ({ peer, label, ...plan }) => sendNumbered(session.peer(peer).channels.get(label), plan));
  registry.add('numbered-received', ({ peer, label, ...bound }) =>
    session.peer(peer).channels.numbered(label).received(bound));
  registry.add('hang-up', ({ peer }) => session.hangUp(peer));
  registry.add('sample-now', () => session.probe.sampleNow());
  registry.add('look', () => session.look());
  registry.add('source-stats', async () => ({ video: await session.videoStats() }));
  registry.add('capabilities', () => capabilities());
  registry.add('load-module', ({ path }) => loadModule(registry, path));
  return registry;
}

/** @param {Registry} registry @param {string} path below the token, as in x/mine/module.js */
async function loadModule(registry, path) {
  const base = new URL('.', location.href);
  const address = new URL(path, base);
  if (!address.href.startsWith(base.href)) {
    throw new DOMException(`A module's path is to stay below the page's, found ${path}`, 'SecurityError');
  }
  const module = await import(address.href);
  await module.register(registry);
}
