// Starts the page that the harness drives.

import { CallSession } from './call-session.js';
import { builtInCommands } from './commands.js';
import { Connection } from './connection.js';
import { reportConsole } from './console.js';
import { installProbe } from './probe.js';
import { rewriteForRelay } from './relay-rewriting.js';
import { View } from './view.js';

const query = new URLSearchParams(location.search);
const participant = query.get('participant') ?? '';
const status = /** @type {HTMLElement} */ (document.querySelector('#status'));
const peers = /** @type {HTMLElement} */ (document.querySelector('#peers'));

const connection = new Connection(query.toString());
reportConsole(connection);
const probe = installProbe({ send: (text) => connection.sendText(text), rewriting: rewriteForRelay });
const view = new View(peers, (name, data, pc) => probe.emit(name, data, probe.idOf(pc)));
const session = new CallSession({ participant, probe, send: (message) => connection.send(message), view });
const registry = builtInCommands(session);

connection.handle({
  welcome: ({ participants }) => {
    status.textContent = `Connected; in the call: ${participants.join(', ')}`;
  },
  signal: (from, signal) => void session.receive(from, signal),
  command: (name, args) => {
    status.textContent = name;
    return registry.run(name, args);
  },
  closed: (_code, reason) => {
    status.textContent = `Disconnected ${reason}`;
    session.hangUp();
  },
});

document.title = `${participant} - Parley`;
/** @type {HTMLElement} */ (document.querySelector('#name')).textContent = participant;
document.addEventListener('visibilitychange', () => probe.emit('visibility', { state: document.visibilityState }));
