// The third call of getStats never answers and the fifth rejects: both numbers are spent.

import { installProbe } from '../../probe.js';

const { getStats } = RTCPeerConnection.prototype;
let calls = 0;
RTCPeerConnection.prototype.getStats = function () {
  calls += 1;
  if (calls === 3) {
    return new Promise(() => {});
  }
  return calls === 5 ? Promise.reject(new Error('no')) : getStats.call(this);
};

globalThis.outcome = new Promise((resolve) => {
  const numbers = [];
  const send = (text) => {
    const { type, number } = JSON.parse(text);
    if (type === 'stats') {
      numbers.push(number);
    }
    if (number >= 8) {
      pc.close();
      resolve(numbers);
    }
  };
  installProbe({ send, sampleIntervalMs: 100 });
  const pc = new RTCPeerConnection();
});
