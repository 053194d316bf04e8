// What the picture is drawn on: the planes of a video frame, or a canvas. Coordinates and sizes are even, so that the
// chroma planes, at half the size, hold the same edges.

/** @typedef {[number, number, number]} Rgb 0 to 255 each */
/** @typedef {{width: number, height: number, fill(x: number, y: number, w: number, h: number, color: Rgb): void, keepBackground(): void, restoreBackground(): void}} Surface */

/** 4:2:0 planes in BT.601 limited range, which every browser decodes alike. @implements {Surface} */
export class I420Surface {
  #pixels;
  #background;

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

  keepBackground() {
    this.#background.getContext('2d')?.drawImage(this.#canvas, 0, 0);
  }

  restoreBackground() {
    this.#context.drawImage(this.#background, 0, 0);
  }
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
