// Preloaded into the served Next. Next adds x-forwarded-* headers of its own to each request, so whether a proxy stood
// in between can only be told here, from the request as it came in. The answer goes on in one header that nobody
// outside can forge: its value is a secret of this start. Without the mark a request counts as forwarded.
import diagnostics from 'node:diagnostics_channel';

export const LOCAL_HEADER = 'x-roundtable-local';

const LOOPBACK_ADDRESS = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
/** What proxies, tunnels and content networks add. No browser and no command-line client sends any of it by itself. */
const ADDED_BY_PROXY = new RegExp(
  [
    'forward|proxy|original|originating|x-request-id|real-?ip|client-?ip|connecting-?ip|remote-?(ip|addr|host|user)',
    '^(x-)?via$|^x-(scheme|url-scheme|host|http-host-override|server-name)$|https$',
    '^(x-)?(cf|cdn|fastly|fly|akamai|azure|appengine|appgw|arr|amz|amzn|aws|google|goog|vercel|nf|netlify|render|railway)-',
    '^(x-)?(heroku|envoy|traefik|varnish|nginx|accel|kong|haproxy|ngrok|tailscale|pomerium|sucuri|incap)-|^x-cache',
  ].join('|'),
  'i',
);

/** Whether a request came from this machine, was addressed to this machine, and nothing says that it was forwarded. */
export function isFromThisMachine({ socket, rawHeaders, url, httpVersion }) {
  const valuesOf = (name) =>
    rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1].toLowerCase() === name);
  const [host, second] = valuesOf('host');
  return (
    LOOPBACK_ADDRESS.test(socket.remoteAddress ?? '') &&
    second === undefined &&
    LOOPBACK_HOST.test(host ?? '') &&
    // A proxy asks with the whole address, and some old ones speak HTTP/1.0.
    url.startsWith('/') &&
    httpVersion === '1.1' &&
    !rawHeaders.some((name, at) => at % 2 === 0 && ADDED_BY_PROXY.test(name)) &&
    valuesOf('origin').every((origin) => LOOPBACK_HOST.test(URL.parse(origin)?.host ?? ''))
  );
}

/**
 * Takes away what came in under the mark's name, and marks what is from this machine. The mark itself comes in only
 * where Next asks its own server on behalf of a marked request, as it does after a server action that redirects.
 */
export function markRequest(request, mark) {
  const isOurs = request.headers[LOCAL_HEADER] === mark || isFromThisMachine(request);
  delete request.headers[LOCAL_HEADER];
  if (isOurs) request.headers[LOCAL_HEADER] = mark;
}

const mark = process.env.LOCAL_MARK;
if (mark) {
  diagnostics.subscribe('http.server.request.start', ({ request }) => markRequest(request, mark));
}
