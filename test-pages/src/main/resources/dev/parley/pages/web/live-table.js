// What is measured, as it comes: a table for each participant, with the last minute of each figure as a line.

const KEPT = 60;
const WIDTH = 120;
const HEIGHT = 24;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @typedef {object} Reading
 * @property {string} metric
 * @property {string} [track] the track or connection it belongs to
 * @property {number | null} [value] absent where there is none
 * @property {string} [unit]
 * @property {string} [state] why there is no value, as in not-reported
 */

export class LiveTable {
  #container;
  /** @type {Map<string, HTMLTableSectionElement>} */
  #bodies = new Map();
  /** @type {Map<string, {row: HTMLTableRowElement, values: number[]}>} */
  #rows = new Map();

  /** @param {HTMLElement} container */
  constructor(container) {
    this.#container = container;
  }

  /** @param {{participant: string, readings: Reading[]}} message */
  update({ participant, readings }) {
    const body = this.#bodies.get(participant) ?? this.#addTable(participant);
    for (const reading of readings) {
      this.#show(body, participant, reading);
    }
  }

  clear() {
    this.#container.replaceChildren();
    this.#bodies.clear();
    this.#rows.clear();
  }

  /** @param {string} participant */
  #addTable(participant) {
    const table = document.createElement('table');
    table.createCaption().textContent = `Measured at the ${participant}`;
    const head = table.createTHead().insertRow();
    for (const title of ['Track', 'Metric', 'Now', 'Last minute']) {
      head.append(Object.assign(document.createElement('th'), { scope: 'col', textContent: title }));
    }
    const body = table.createTBody();
    this.#bodies.set(participant, body);
    this.#container.append(table);
    return body;
  }

  /** @param {HTMLTableSectionElement} body @param {string} participant @param {Reading} reading */
  #show(body, participant, { metric, track = '', value, unit = '', state = '' }) {
    const key = JSON.stringify([participant, track, metric]);
    const entry = this.#rows.get(key) ?? this.#addRow(body, key, [track, metric]);
    const measured = typeof value === 'number';
    entry.row.cells[2].textContent = measured ? format(value, unit) : state || 'none';
    entry.row.classList.toggle('absent', !measured);
    if (measured) {
      entry.values.push(value);
      entry.values.splice(0, entry.values.length - KEPT);
      entry.row.cells[3].querySelector('polyline')?.setAttribute('points', points(entry.values));
    }
  }

  /** @param {HTMLTableSectionElement} body @param {string} key @param {string[]} texts */
  #addRow(body, key, texts) {
    const row = body.insertRow();
    texts.forEach((text) => (row.insertCell().textContent = text));
    row.insertCell();
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
    svg.setAttribute('aria-hidden', 'true');
    svg.append(document.createElementNS(SVG, 'polyline'));
    row.insertCell().append(svg);
    const entry = { row, values: [] };
    this.#rows.set(key, entry);
    return entry;
  }
}

/** @param {number[]} values */
function points(values) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  return values
    .map((value, i) => {
      const x = (i * WIDTH) / (KEPT - 1);
      const y = HEIGHT - 2 - ((value - low) / span) * (HEIGHT - 4);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

/** Figures for people: scaled where the unit has a customary multiple. @param {number} value @param {string} unit */
function format(value, unit) {
  if (unit === 'bit/s') {
    return value >= 1e6 ? `${(value / 1e6).toFixed(2)} Mbit/s` : `${(value / 1e3).toFixed(1)} kbit/s`;
  }
  if (unit === 's') {
    return `${(value * 1000).toFixed(1)} ms`;
  }
  if (unit === 'ratio') {
    return `${(value * 100).toFixed(2)} %`;
  }
  const digits = Number.isInteger(value) ? 0 : 2;
  return `${value.toFixed(digits)} ${unit === '1' ? '' : unit}`.trim();
}
