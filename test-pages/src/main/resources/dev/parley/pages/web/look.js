// Looks at a picture as it is shown: is anything on it, and does it move?

const WIDTH = 64;
const HEIGHT = 48;
const APART_MS = 400;
/** A busy machine may show one frame for longer than that; a picture that never changes is frozen. */
const MOST_LOOKS = 5;

/**
 * Contrast (standard deviation of the luma) and change (mean absolute difference of the luma between two looks), both
 * on a scale of 0 to 255; absent for an element that shows no picture yet. A picture that has not changed is looked at
 * again, for two seconds in all.
 *
 * @param {HTMLVideoElement} video
 * @returns {Promise<{contrast?: number, change?: number}>}
 */
export async function look(video) {
  const before = luma(video);
  for (let looks = 1; ; looks++) {
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
    const after = luma(video);
    if (!before || !after) {
      return {};
    }
    const change = distance(before, after);
    if (change > 0 || looks === MOST_LOOKS) {
      return { contrast: deviation(after), change };
    }
  }
}

/** @param {HTMLVideoElement} video @returns {Float32Array | null} */
function luma(video) {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) {
    return null;
  }
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  context.drawImage(video, 0, 0, WIDTH, HEIGHT);
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
  return Float32Array.from(
    { length: WIDTH * HEIGHT },
    (_, i) => 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2],
  );
}

/** @param {Float32Array} values */
function deviation(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** @param {Float32Array} one @param {Float32Array} other */
function distance(one, other) {
  return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
}
