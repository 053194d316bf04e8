// The test picture: colour bars, a texture that scrolls, a block that bounces, the participant's name and a frame
// counter; noise in the place of bars and texture where it is to cost as much as any encoder may spend. Every frame follows from its number alone, so that the same number is the same picture everywhere.

import { GLYPHS, GLYPH_HEIGHT, GLYPH_WIDTH } from './glyphs.js';

/** @typedef {import('./surfaces.js').Surface} Surface */
/** @typedef {import('./surfaces.js').Rgb} Rgb */

/** @type {Rgb[]} */
const BARS = [[192, 192, 192], [192, 192, 0], [0, 192, 192], [0, 192, 0], [192, 0, 192], [192, 0, 0], [0, 0, 192]];
/** @type {Rgb[]} */
const IDENTITIES = [[224, 122, 60], [64, 140, 220], [92, 168, 84], [176, 96, 196], [212, 84, 104], [64, 164, 164]];
/** @type {Rgb} */
const WHITE = [240, 240, 240];
/** @type {Rgb} */
const BLACK = [16, 16, 16];

export class Picture {
  #surface;
  #noisy;
  #identity;
  #cell;

  /** @param {Surface} surface @param {string} label the participant's name @param {string} [content] `picture` or `noise` */
  constructor(surface, label, content = 'picture') {
    this.#surface = surface;
    this.#noisy = content === 'noise';
    this.#identity = IDENTITIES[sum(label) % IDENTITIES.length];
    this.#cell = even(surface.width / 120);
    this.#drawBackground(label);
    surface.keepBackground();
  }

  /** @param {number} number of the frame, from 0 */
  draw(number) {
    const { width, height } = this.#surface;
    this.#surface.restoreBackground();
    if (this.#noisy) {
      this.#surface.noise(even(height * 0.7), number);
    } else {
      this.#drawTexture(number, even(height * 0.5), even(height * 0.2));
    }
    const block = even(height / 8);
    const x = bounce(number * 6, width - block);
    const y = bounce(number * 4, even(height * 0.5) - block);
    this.#surface.fill(x, y, block, block, WHITE);
    this.#surface.fill(x + 8, y + 8, block - 16, block - 16, this.#identity);
    const counter = String(number).padStart(6, '0');
    this.#write(counter, even(width * 0.5), even(height * 0.78), this.#cell * 2, WHITE);
  }

  /** @param {string} label */
  #drawBackground(label) {
    const { width, height } = this.#surface;
    const bar = even(width / BARS.length) + 2;
    BARS.forEach((color, i) => this.#surface.fill(i * bar, 0, bar, even(height * 0.5), color));
    this.#surface.fill(0, even(height * 0.7), width, height - even(height * 0.7), this.#identity);
    const top = even(height * 0.76);
    this.#surface.fill(even(width * 0.48), top, even(width * 0.48), even(height * 0.18), BLACK);
    this.#write(label.toUpperCase().slice(0, 10), even(width * 0.03), even(height * 0.8), this.#cell, WHITE);
  }

  /** Stripes that run to the left, each of its own brightness. @param {number} number @param {number} top @param {number} height */
  #drawTexture(number, top, height) {
    const { width } = this.#surface;
    const step = 16;
    const shift = number * 4;
    const first = Math.floor(shift / step);
    for (let i = 0; i <= width / step + 1; i += 1) {
      const shade = 40 + ((first + i) * 89) % 160;
      const x = i * step - (shift % step);
      this.#surface.fill(x, top, step, height / 2, [shade, shade, shade]);
      this.#surface.fill(x, top + height / 2, step, height / 2, [shade, 255 - shade, 128]);
    }
  }

  /** @param {string} text @param {number} x @param {number} y @param {number} cell @param {Rgb} color */
  #write(text, x, y, cell, color) {
    [...text].forEach((letter, place) => {
      const rows = GLYPHS[letter] ?? GLYPHS['-'];
      const left = x + place * (GLYPH_WIDTH + 1) * cell;
      for (let row = 0; row < GLYPH_HEIGHT; row += 1) {
        this.#writeRow(rows[row], left, y + row * cell, cell, color);
      }
    });
  }

  /** @param {number} bits @param {number} left @param {number} y @param {number} cell @param {Rgb} color */
  #writeRow(bits, left, y, cell, color) {
    for (let column = 0; column < GLYPH_WIDTH; column += 1) {
      if (bits & (1 << (GLYPH_WIDTH - 1 - column))) {
        this.#surface.fill(left + column * cell, y, cell, cell, color);
      }
    }
  }
}

/** The even number at or below, at least 2. @param {number} value */
function even(value) {
  return Math.max(2, Math.floor(value / 2) * 2);
}

/** @param {number} distance @param {number} limit */
function bounce(distance, limit) {
  const place = distance % (2 * limit);
  return even(place <= limit ? place : 2 * limit - place);
}

/** @param {string} text */
function sum(text) {
  return [...text].reduce((total, letter) => total + letter.charCodeAt(0), 0);
}
