// Keeps the time of the page-made picture and, where it may, makes the frames.

import { I420Surface } from './surfaces.js';
import { Picture } from './picture.js';

const counts = { framesDrawn: 0, framesMissed: 0, lateTicks: 0, maxLateMs: 0 };
let began = 0;

/**
 * Calls back at a steady rate: each tick is due at its own time from the start, so that lateness never adds up. A
 * tick late by whole periods stands for all of them, and the missed ones are counted.
 *
 * @param {number} frameRate
 * @param {(number: number) => void} onTick
 */
function tick(frameRate, onTick) {
  const period = 1000 / frameRate;
  let number = 0;
  began = performance.now();
  const next = () => {
    const late = performance.now() - (began + number * period);
    const missed = Math.max(0, Math.floor(late / period));
    counts.framesMissed += missed;
    counts.lateTicks += late > period / 2 ? 1 : 0;
    counts.maxLateMs = Math.max(counts.maxLateMs, late);
    number += missed;
    onTick(number);
    number += 1;
    setTimeout(next, Math.max(0, began + number * period - performance.now()));
  };
  next();
}

/** @param {import('./source.js').PictureOptions} options @param {WritableStream} writable */
function writeFrames({ width, height, frameRate, label, content }, writable) {
  const surface = new I420Surface(width, height);
  const picture = new Picture(surface, label, content);
  const writer = writable.getWriter();
  tick(frameRate, (number) => {
    if ((writer.desiredSize ?? 0) <= 0) {
      counts.framesMissed += 1;
      return;
    }
    picture.draw(number);
    writer.write(surface.frame(Math.round((number * 1e6) / frameRate))).then(
      () => (counts.framesDrawn += 1),
      () => (counts.framesMissed += 1),
    );
  });
}

self.onmessage = ({ data }) => {
  switch (data.type) {
    case 'write':
      writeFrames(data.options, data.writable);
      break;
    case 'tick':
      tick(data.options.frameRate, (number) => self.postMessage({ type: 'tick', number }));
      break;
    case 'drawn':
      counts.framesDrawn += 1;
      break;
    case 'stats':
      data.port.postMessage({ ...counts, elapsedMs: performance.now() - began });
      break;
  }
};
