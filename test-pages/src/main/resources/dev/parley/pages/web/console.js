// Sends what is written to the console, and what nobody caught; bounded, so that a page in a loop keeps its socket.

const MOST_PER_SECOND = 20;
const LONGEST = 4000;

/** @param {{send(message: object): void}} connection */
export function reportConsole(connection) {
  let second = -1;
  let count = 0;

  /** @param {string} level @param {string} text */
  const report = (level, text) => {
    const pageMs = performance.now();
    const current = Math.floor(pageMs / 1000);
    count = current === second ? count + 1 : 1;
    second = current;
    if (count < MOST_PER_SECOND) {
      connection.send({ type: 'console', pageMs, level, text: text.slice(0, LONGEST) });
    } else if (count === MOST_PER_SECOND) {
      connection.send({ type: 'console', pageMs, level: 'warn', text: 'More lines in this second are left out.' });
    }
  };

  for (const level of /** @type {const} */ (['debug', 'log', 'info', 'warn', 'error'])) {
    const original = console[level];
    console[level] = (...parts) => {
      original.apply(console, parts);
      report(level, parts.map(show).join(' '));
    };
  }
  addEventListener('error', ({ message, filename, lineno }) => report('error', `Uncaught: ${message} (${filename}:${lineno})`));
  addEventListener('unhandledrejection', ({ reason }) => report('error', `Unhandled rejection: ${show(reason)}`));
}

/** @param {any} value */
function show(value) {
  if (value instanceof Error) {
    return `${value.name}: ${value.message}`;
  }
  try {
    return typeof value === 'string' ? value : JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
