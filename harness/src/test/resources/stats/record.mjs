// Records a call within one page of a real browser, for RecordedStatsTest:
//   node record.mjs chrome|firefox plain|stop
// writes <browser>-<scenario>.json.gz beside this file. Needs the browser and its driver on PATH.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import zlib from 'node:zlib';

const [browser, scenario] = process.argv.slice(2);
const here = new URL('.', import.meta.url);
const page = http.createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  response.end(fs.readFileSync(new URL('record.html', here)));
});
page.listen(0, '127.0.0.1');
await once(page, 'listening');

const port = 4500 + (process.pid % 400);
const driver = browser === 'chrome'
  ? spawn('chromedriver', [`--port=${port}`], { stdio: 'ignore' })
  : spawn('geckodriver', ['--port', `${port}`], { stdio: 'ignore' });

async function webDriver(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
  const { value } = await response.json();
  if (value && value.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function driverReady() {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      return await webDriver('GET', '/status');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`the driver did not answer on port ${port} within 10 s`);
}

const capabilities = browser === 'chrome'
  ? { browserName: 'chrome', 'goog:chromeOptions': { args: [
    '--headless=new', '--no-sandbox', '--use-fake-device-for-media-stream=fps=30',
    '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required',
    '--disable-features=WebRtcHideLocalIpsWithMdns'] } }
  : { browserName: 'firefox', 'moz:firefoxOptions': { args: ['-headless'], prefs: {
    'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true,
    'media.peerconnection.ice.obfuscate_host_addresses': false, 'media.autoplay.default': 0 } } };

let session;
try {
  await driverReady();
  session = await webDriver('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const at = `/session/${session.sessionId}`;
  await webDriver('POST', `${at}/timeouts`, { script: 60000 });
  await webDriver('POST', `${at}/url`, { url: `http://localhost:${page.address().port}/` });
  const recording = await webDriver('POST', `${at}/execute/async`, {
    script: 'const done = arguments[1]; record(arguments[0]).then(done, (e) => done({ failed: String(e) }));',
    args: [scenario],
  });
  if (recording.failed) throw new Error(recording.failed);
  for (const { report } of recording.samples) {
    for (const stat of report) delete stat.base64Certificate;
  }
  const text = JSON.stringify({ browser, version: session.capabilities.browserVersion, scenario, ...recording });
  fs.writeFileSync(new URL(`${browser}-${scenario}.json.gz`, here), zlib.gzipSync(text, { level: 9 }));
} finally {
  if (session) await webDriver('DELETE', `/session/${session.sessionId}`);
  driver.kill();
  page.close();
}
