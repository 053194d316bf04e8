// The page that a person opens in two tabs: takes a free seat, joins the call, and shows what is measured.

import { CallSession } from './call-session.js';
import { Connection } from './connection.js';
import { LiveTable } from './live-table.js';
import { installProbe } from './probe.js';
import { View } from './view.js';

const SEATS = ['offerer', 'answerer'];

/** @template {HTMLElement} T @param {string} id @returns {T} */
const find = (id) => /** @type {T} */ (document.querySelector(`#${id}`));

const say = (/** @type {string} */ text) => {
  find('status').textContent = text;
};

/** @type {Connection | null} */
let connection = null;
const probe = installProbe({ send: (text) => connection?.sendText(text) });
const view = new View(find('peers'), (name, data, pc) => probe.emit(name, data, probe.idOf(pc)));
const table = new LiveTable(find('live'));

find('page').onclick = () => join('page');
find('device').onclick = () => join('device');
find('leave').onclick = () => connection?.close();
document.addEventListener('visibilitychange', () => probe.emit('visibility', { state: document.visibilityState }));

/** @param {boolean} joined */
function showJoined(joined) {
  find('page').hidden = joined;
  find('device').hidden = joined;
  find('leave').hidden = !joined;
}

/** @param {'page' | 'device'} media */
function join(media) {
  showJoined(true);
  say('Connecting');
  const own = new Connection('call=lobby');
  connection = own;
  /** @type {Participation | null} */
  let part = null;
  let farewell = 'You left';
  own.handle({
    welcome: ({ participant }) => {
      part = new Participation(participant, media, (message) => own.send(message));
      part.prepare().catch((error) => {
        farewell = `No ${media === 'device' ? 'camera or microphone' : 'picture or tone'}: ${error.message}`;
        own.close();
      });
    },
    signal: (from, signal) => void part?.session.receive(from, signal),
    other: (message) => {
      if (message.type === 'full') {
        farewell = 'Two tabs are in this call already; close one and join again.';
      } else if (message.type === 'seats') {
        part?.seatsChanged(message.taken);
      } else if (message.type === 'live') {
        table.update(message);
      }
    },
    closed: () => {
      part?.end();
      table.clear();
      showJoined(false);
      say(farewell);
    },
  });
}

class Participation {
  #name;
  #other;
  #media;
  #prepared = false;
  #otherThere = false;

  /** @param {string} name @param {'page' | 'device'} media @param {(message: object) => void} send */
  constructor(name, media, send) {
    this.#name = name;
    this.#other = SEATS[1 - SEATS.indexOf(name)];
    this.#media = media;
    this.session = new CallSession({ participant: name, probe, send, view });
    find('name').textContent = `You are the ${name}`;
  }

  async prepare() {
    const offers = this.#name === SEATS[0];
    await this.session.prepare({
      peers: [this.#other],
      offererOf: offers ? [this.#other] : [],
      polite: !offers,
      media: { audio: this.#media, video: this.#media, processing: true },
    });
    const { media } = this.session;
    if (media) {
      view.preview('You', media.stream);
    }
    this.#prepared = true;
    this.#begin();
  }

  /** @param {string[]} taken */
  seatsChanged(taken) {
    const there = taken.includes(this.#other);
    if (this.#otherThere && !there && this.#prepared) {
      this.session.renew(this.#other);
      table.clear();
    }
    this.#otherThere = there;
    this.#begin();
  }

  end() {
    this.session.hangUp();
    view.remove('You');
  }

  #begin() {
    if (!this.#otherThere) {
      say('Waiting for a second tab');
      return;
    }
    say(`In a call with the ${this.#other}`);
    if (this.#prepared && this.#name === SEATS[0]) {
      this.session.peer(this.#other).offer().catch((error) => say(`No offer: ${error.message}`));
    }
  }
}
