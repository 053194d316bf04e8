// What the picture is drawn on: the planes of a video frame, or a canvas. Coordinates and sizes are even, so that the
// chroma planes, at half the size, hold the same edges.

import { NOISE_MARGIN, noiseOffset, noisePlane } from './noise.js';

/** @typedef {[number, number, number]} Rgb 0 to 255 each */
/** @typedef {{width: number, height: number, fill(x: number, y: number, w: number, h: number, color: Rgb): void, noise(height: number, number: number): void, keepBackground(): void, restoreBackground(): void}} Surface */

/** 4:2:0 planes in BT.601 limited range, which every browser decodes alike. @implements {Surface} */
export class I420Surface {
  #pixels;
  #background;
  /** @type {Uint8Array | null} */
  #noise = null;

  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array((width * height * 3) / 2);
    this.#background = this.#pixels.slice();
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h @param {Rgb} color */
  fill(x, y, w, h, color) {
    const left = Math.max(0, x);
    const top = Math.max(0, y);
    const right = Math.min(this.width, x + w);
    const bottom = Math.min(this.height, y + h);
    const [luma, blue, red] = toYuv(color);
    const size = this.width * this.height;
    this.#plane(0, this.width, left, top, right, bottom, luma);
    this.#plane(size, this.width / 2, left / 2, top / 2, right / 2, bottom / 2, blue);
    this.#plane(size * 1.25, this.width / 2, left / 2, top / 2, right / 2, bottom / 2, red);
  }

  /** Noise from the top to this height, another for each number. @param {number} height @param {number} number */
  noise(height, number) {
    const stride = this.width + NOISE_MARGIN;
    this.#noise ??= noisePlane(stride, this.height + NOISE_MARGIN);
    const { left, top } = noiseOffset(number);
    for (let row = 0; row < height; row += 1) {
      const start = (top + row) * stride + left;
      this.#pixels.set(this.#noise.subarray(start, start + this.width), row * this.width);
    }
  }

  keepBackground() {
    this.#background.set(this.#pixels);
  }

  restoreBackground() {
    this.#pixels.set(this.#background);
  }

  /** The picture as a frame; the pixels are copied. @param {number} timestamp in microseconds */
  frame(timestamp) {
    return new VideoFrame(this.#pixels, {
      format: 'I420',
      codedWidth: this.width,
      codedHeight: this.height,
      timestamp,
      colorSpace: { primaries: 'smpte170m', transfer: 'smpte170m', matrix: 'smpte170m', fullRange: false },
    });
  }

  /** @param {number} start @param {number} stride @param {number} left @param {number} top @param {number} right @param {number} bottom @param {number} value */
  #plane(start, stride, left, top, right, bottom, value) {
    for (let row = top; row < bottom; row += 1) {
      this.#pixels.fill(value, start + row * stride + left, start + row * stride + right);
    }
  }
}

/** @implements {Surface} */
export class CanvasSurface {
  #canvas;
  #context;
  #background;
  /** @type {HTMLCanvasElement | null} */
  #noise = null;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.width = canvas.width;
    this.height = canvas.height;
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
    this.#background = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h @param {Rgb} color */
  fill(x, y, w, h, [red, green, blue]) {
    this.#context.fillStyle = `rgb(${red},${green},${blue})`;
    this.#context.fillRect(x, y, w, h);
  }

  /** Noise from the top to this height, another for each number. @param {number} height @param {number} number */
  noise(height, number) {
    this.#noise ??= noiseCanvas(this.width + NOISE_MARGIN, this.height + NOISE_MARGIN);
    const { left, top } = noiseOffset(number);
    this.#context.drawImage(this.#noise, left, top, this.width, height, 0, 0, this.width, height);
  }

  keepBackground() {
    this.#background.getContext('2d')?.drawImage(this.#canvas, 0, 0);
  }

  restoreBackground() {
    this.#context.drawImage(this.#background, 0, 0);
  }
}

/** @param {number} width @param {number} height */
function noiseCanvas(width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  noisePlane(width, height).forEach((grey, i) => (pixels[i] = 0xff000000 | (grey * 0x010101)));
  canvas.getContext('2d', { alpha: false })?.putImageData(image, 0, 0);
  return canvas;
}

/** ITU-R BT.601, limited range. @param {Rgb} color */
function toYuv([red, green, blue]) {
  const r = red / 255;
  const g = green / 255;
  const b = blue / 255;
  return [
    Math.round(16 + 65.481 * r + 128.553 * g + 24.966 * b),
    Math.round(128 - 37.797 * r - 74.203 * g + 112 * b),
    Math.round(128 + 112 * r - 93.786 * g - 18.214 * b),
  ];
}
