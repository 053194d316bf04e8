// The picture made in the page. A worker keeps time, since a main thread's timers are throttled when its tab is hidden.
// Where the browser lets a worker write frames into a track, the worker makes them too; elsewhere it ticks, and the
// main thread draws on a canvas. Both draw the same picture.

import { CanvasSurface } from './surfaces.js';
import { Picture } from './picture.js';

/** @typedef {{width: number, height: number, frameRate: number, label: string, content: string}} PictureOptions */
/** @typedef {{track: MediaStreamTrack, how: string, stats: () => Promise<object>, close: () => void}} PageVideo */

/**
 * Opens the picture.
 *
 * @param {PictureOptions} options
 * @returns {Promise<PageVideo>}
 */
export async function openPageVideo(options) {
  const worker = new Worker(new URL('source-worker.js', import.meta.url), { type: 'module' });
  const stats = () => ask(worker);
  const close = () => worker.terminate();
  const Generator = /** @type {any} */ (globalThis).MediaStreamTrackGenerator;
  if (Generator) {
    const track = new Generator({ kind: 'video' });
    worker.postMessage({ type: 'write', options, writable: track.writable }, [track.writable]);
    return { track, how: 'I420 frames from a worker', stats, close };
  }
  const { track, draw } = openCanvas(options);
  worker.onmessage = ({ data }) => {
    if (data.type === 'tick') {
      draw(data.number);
      worker.postMessage({ type: 'drawn' });
    }
  };
  worker.postMessage({ type: 'tick', options });
  return { track, how: 'canvas drawn on the ticks of a worker', stats, close };
}

/** @param {PictureOptions} options */
function openCanvas({ width, height, label, content }) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const surface = new CanvasSurface(canvas);
  const picture = new Picture(surface, label, content);
  picture.draw(0);
  const stream = /** @type {any} */ (canvas.captureStream(0));
  const [track] = stream.getVideoTracks();
  const requestFrame = track.requestFrame ? () => track.requestFrame() : () => stream.requestFrame();
  const draw = (/** @type {number} */ number) => {
    picture.draw(number);
    requestFrame();
  };
  return { track, draw };
}

/** @param {Worker} worker @returns {Promise<object>} */
function ask(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ type: 'stats', port: port2 }, [port2]);
  });
}
