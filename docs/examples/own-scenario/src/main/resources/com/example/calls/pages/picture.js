// A page module of our own: waits until the received picture is blank, or is seen.

const WIDTH = 64;
const HEIGHT = 48;
const EVERY_MS = 100;
const BLANK = 2;

/** Called by the page once it has loaded this module; adds commands to it. */
export function register(registry) {
  registry.add('await-picture', ({ wanted, deadlineMs }) => awaitPicture(wanted, deadlineMs));
}

/** Gives the last contrast found: of the wanted kind, or of whatever was there at the deadline. */
async function awaitPicture(wanted, deadlineMs) {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const contrast = contrastOf(receivedVideo());
    const kind = contrast !== undefined && contrast > BLANK ? 'seen' : 'blank';
    if ((contrast !== undefined && kind === wanted) || performance.now() >= end) {
      return contrast === undefined ? {} : { contrast };
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

function receivedVideo() {
  return [...document.querySelectorAll('video')].find((video) => video.srcObject && video.videoWidth > 0);
}

/** Standard deviation of the luma, 0 to 255; absent where there is no picture. */
function contrastOf(video) {
  if (!video || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
    return undefined;
  }
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(video, 0, 0, WIDTH, HEIGHT);
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
  const luma = Array.from(
    { length: WIDTH * HEIGHT },
    (_, i) => 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2],
  );
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  return Math.sqrt(luma.reduce((sum, value) => sum + (value - mean) ** 2, 0) / luma.length);
}
