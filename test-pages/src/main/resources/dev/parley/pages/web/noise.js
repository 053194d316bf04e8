// Noise for a picture that no encoder gets done with: the same in every browser, since it follows from fixed numbers.

/** How far the noise is moved about, in pixels each way; even, so that no pixel falls between two. */
export const NOISE_MARGIN = 256;

/**
 * Faint enough to cost next to nothing where the encoder must save: stronger noise cannot be encoded below a rate, and
 * the encoder would drop frames and send less than it may. Fine enough to cost whatever it is given where it need not.
 */
const DEPTH = 14;
const GREY = 128;

/** Grey values around the middle, each of its own. @param {number} width @param {number} height */
export function noisePlane(width, height) {
  const plane = new Uint8Array(width * height);
  let state = 0x9e3779b9;
  for (let i = 0; i < plane.length; i += 1) {
    // Xorshift (Marsaglia 2003): a few cheap steps a pixel, and the same everywhere.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    plane[i] = GREY - DEPTH + ((state >>> 8) % (2 * DEPTH + 1));
  }
  return plane;
}

/**
 * Where the noise of a frame begins: too far from where the last one did for motion to be found between the two.
 *
 * @param {number} number of the frame
 */
export function noiseOffset(number) {
  const hash = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  return { left: (hash >>> 8) % NOISE_MARGIN & ~1, top: (hash >>> 20) % NOISE_MARGIN & ~1 };
}
