// Evaluated in a secure-context page; its value is a promise of one JSON text.
(async () => {
  const LIMIT_MS = 5000;

  const within = (promise) =>
    Promise.race([
      promise,
      new Promise((_, refuse) =>
        setTimeout(() => refuse(new Error(`no answer within ${LIMIT_MS} ms`)), LIMIT_MS)),
    ]);

  const attempt = async (ask) => {
    try {
      return {ok: true, detail: String(await within(ask()))};
    } catch (error) {
      return {ok: false, detail: `${error.name}: ${error.message}`};
    }
  };

  const device = (kind) =>
    attempt(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({[kind]: true});
      const tracks = stream.getTracks();
      const label = tracks[0].label;
      tracks.forEach((track) => track.stop());
      return label;
    });

  const hostCandidate = () =>
    attempt(async () => {
      const connection = new RTCPeerConnection();
      try {
        connection.createDataChannel('probe');
        return await new Promise((found, refuse) => {
          connection.onicecandidate = ({candidate}) => {
            if (candidate === null) {
              refuse(new Error('gathering ended without one'));
            } else if (/ typ host/.test(candidate.candidate)) {
              found(candidate.candidate.split(' ')[4]);
            }
          };
          connection.createOffer()
            .then((offer) => connection.setLocalDescription(offer))
            .catch(refuse);
        });
      } finally {
        connection.close();
      }
    });

  const audioContext = () =>
    attempt(async () => {
      const context = new AudioContext();
      try {
        await context.resume();
        return context.state;
      } finally {
        context.close();
      }
    });

  const codecs = (side, kind) =>
    [...new Set((side.getCapabilities?.(kind)?.codecs ?? []).map(({mimeType}) => mimeType.split('/')[1]))];

  const [camera, microphone, host, audio] = await Promise.all(
    [device('video'), device('audio'), hostCandidate(), audioContext()]);
  return JSON.stringify({
    camera,
    microphone,
    hostCandidate: host,
    audioContext: audio,
    audioSend: codecs(RTCRtpSender, 'audio'),
    audioReceive: codecs(RTCRtpReceiver, 'audio'),
    videoSend: codecs(RTCRtpSender, 'video'),
    videoReceive: codecs(RTCRtpReceiver, 'video'),
  });
})()
