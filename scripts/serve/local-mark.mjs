// Preloaded into the served Next. Next adds x-forwarded-* headers of its own to each request, so whether a proxy stood
// in between can only be told here, from the request as it came in. The answer goes on in one header that nobody
// outside can forge: its value is a secret of this start. Without the mark a request counts as forwarded.
import diagnostics from 'node:diagnostics_channel';
import { BlockList, isIP } from 'node:net';

export const LOCAL_HEADER = 'x-roundtable-local';
export const SOURCE_HEADER = 'x-roundtable-source';

const LOOPBACK_ADDRESS = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
/**
 * What a browser, a command-line client or a page of ours sends by itself. A request with any other header counts as
 * forwarded: proxies, tunnels and content networks add names without end, and a list of theirs is never whole, while this
 * one is short and public (the Fetch standard's forbidden names, which pages cannot set, HTTP's conditions, and what Chrome,
 * Firefox and Safari add). `sec-` is kept for browsers. A browser whose extension adds a header of its own is not offered
 * the sample: it loses that convenience, while a proxy that was not recognised would give the administrator away.
 * Left out on purpose though standard: Via, Forwarded, Proxy-*, Early-Data, Max-Forwards and CDN-Loop come from proxies.
 */
const SENT_BY_CLIENTS = new RegExp(
  `^(?:${[
    'host|connection|keep-alive|te|trailer|transfer-encoding|upgrade-insecure-requests|expect|priority',
    'accept|accept-(charset|encoding|language)|content-(encoding|language|length|type)',
    'user-agent|referer|origin|cookie|authorization|date|dnt|save-data|x-requested-with',
    'cache-control|pragma|range|if-(match|none-match|modified-since|unmodified-since|range)',
    'access-control-request-(headers|method|private-network|local-network)',
    'purpose|x-purpose|x-moz|service-worker|service-worker-navigation-preload|last-event-id|ping-(from|to)',
    'available-dictionary|dictionary-id|sec-.*|x-devtools-.*|postman-token',
    // Hints of a browser's device, from before their names began with sec-ch-.
    'device-memory|dpr|viewport-width|width|downlink|ect|rtt',
    // Pages of ours, by Next and by the forms of the API.
    'rsc|next-(action|url|router-.*|hmr-refresh|instant-.*)|x-nextjs-.*|x-deployment-id|idempotency-key|roundtable-person',
  ].join('|')})$`,
  'i',
);

/** Whether a request came from this machine, was addressed to this machine, and nothing says that it was forwarded. */
export function isFromThisMachine({ socket, rawHeaders, url, httpVersion }) {
  const [host, second] = valuesOf(rawHeaders, 'host');
  return (
    LOOPBACK_ADDRESS.test(socket.remoteAddress ?? '') &&
    second === undefined &&
    LOOPBACK_HOST.test(host ?? '') &&
    // A proxy asks with the whole address, and some old ones speak HTTP/1.0.
    url.startsWith('/') &&
    httpVersion === '1.1' &&
    rawHeaders.every((name, at) => at % 2 === 1 || SENT_BY_CLIENTS.test(name)) &&
    // Proxies that are set up for web sockets ask for an upgrade with every request; no page of ours does.
    !valuesOf(rawHeaders, 'connection').some((value) => /upgrade/i.test(value)) &&
    // A page of another site sent it, or led here: a proxy that hides itself has its own address there.
    ['origin', 'referer'].every((name) => valuesOf(rawHeaders, name).every(isOfThisMachine)) &&
    !valuesOf(rawHeaders, 'sec-fetch-site').some((value) => /cross-site/i.test(value))
  );
}

function isOfThisMachine(address) {
  return LOOPBACK_HOST.test(URL.parse(address)?.host ?? '');
}

/**
 * Takes away what came in under our names, marks what is from this machine, and names the source. The mark itself comes in only
 * where Next asks its own server on behalf of a marked request, as it does after a server action that redirects.
 */
export function markRequest(request, mark) {
  const isOurs = request.headers[LOCAL_HEADER] === mark || isFromThisMachine(request);
  delete request.headers[LOCAL_HEADER];
  if (isOurs) request.headers[LOCAL_HEADER] = mark;
  request.headers[SOURCE_HEADER] = sourceOf(request);
}

/** This machine, and networks that no stranger is in: a proxy of ours may be there. */
const NEARBY = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
]) {
  NEARBY.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
])
  NEARBY.addSubnet(net, bits, 'ipv6');

/**
 * Where a request came from: the address of whoever connects or, where that is nearby, the one that the nearest proxy added
 * last. Whatever stands before that in x-forwarded-for, the sender may have made up. A home has a whole /64 of IPv6.
 */
export function sourceOf({ socket, rawHeaders }) {
  const peer = plain(socket.remoteAddress);
  const added = valuesOf(rawHeaders, 'x-forwarded-for').join(',').split(',').at(-1)?.trim() ?? '';
  const last = plain(added);
  const source = isIP(last) && NEARBY.check(peer, isIP(peer) === 6 ? 'ipv6' : 'ipv4') ? last : peer;
  return isIP(source) === 6 ? `${expanded(source).slice(0, 4).join(':')}::` : source;
}

/** An IPv4 address that came by IPv6 is the same address. */
function plain(address) {
  return (address ?? '').replace(/^::ffff:(?=[0-9.]+$)/i, '').replace(/%.*$/, '');
}

/** The eight groups of an IPv6 address. */
function expanded(address) {
  const [head, tail] = address.split('::').map((half) => half.split(':').filter(Boolean));
  return tail ? [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail] : head;
}

function valuesOf(rawHeaders, name) {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1].toLowerCase() === name);
}

const mark = process.env.LOCAL_MARK;
if (mark) {
  diagnostics.subscribe('http.server.request.start', ({ request }) => markRequest(request, mark));
}
