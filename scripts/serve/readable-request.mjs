// Preloaded into the served Next, which fails before any line of the application runs on an address that cannot be
// decoded (`/%ff`, `/%`) and on a body that is posted to a page and cannot be: 500, and of an address neither headers nor a
// line in the log. Both are a fault of the request and are answered as one, 400.
import { Server } from 'node:http';

// biome-ignore lint/suspicious/noControlCharactersInRegex: no address of ours has any of these
const CONTROLS = /[\u0000-\u001f\u007f]/;
const BROKEN_PERCENT = /%(?![0-9a-f]{2})/gi;

/** Whether the path of a request can be decoded into text without controls; also where it is encoded twice. */
export function isReadableAddress(target) {
  if (target === '*') return true;
  if (!target.startsWith('/') && !URL.canParse(target)) return false;
  try {
    const once = decodeURIComponent(target.replace(/[?#].*$/s, ''));
    const twice = decodeURIComponent(once.replace(BROKEN_PERCENT, '%25'));
    return !CONTROLS.test(once) && !CONTROLS.test(twice);
  } catch {
    return false;
  }
}

/** On an answer that is given before Next sees the request. */
export const OUR_HEADERS = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};
const BODY = JSON.stringify({
  type: 'urn:roundtable:error:unreadable_address',
  title: 'Bad Request',
  detail: 'This address cannot be read.',
  status: 400,
  code: 'unreadable_address',
});

/** Where the log says less than warnings, these lines stay away too. */
const SAYS_WARNINGS = !['error', 'fatal', 'silent'].includes(process.env.LOG_LEVEL?.trim() ?? '');

/** One line of JSON, as the application's own log. The address itself may be anything and stays out of it. */
let writeLine = (line) => {
  if (SAYS_WARNINGS) process.stderr.write(`${line}\n`);
};

export function note({ method }, status, msg) {
  writeLine(JSON.stringify({ level: 40, time: Date.now(), method, status, msg }));
}

function refuseAddress(request, response) {
  note(request, 400, 'unreadable address');
  response.writeHead(400, { ...OUR_HEADERS, 'content-type': 'application/problem+json' });
  response.end(request.method === 'HEAD' ? undefined : BODY);
}

/** No page of ours takes a body: what fails on one is the framework, which took it for a server action. */
function refuseBody(request, response) {
  const { writeHead } = response;
  response.writeHead = function writeHeadOfPage(status, ...rest) {
    const isUnread = status === 500;
    if (isUnread) note(request, 400, 'unreadable body');
    return writeHead.call(this, isUnread ? 400 : status, ...rest);
  };
}

/** Stands before whatever listens for requests of any server of this process; `write` takes the lines of the log. */
export function answerUnreadable(write = writeLine) {
  writeLine = write;
  const { emit } = Server.prototype;
  Server.prototype.emit = function emitReadable(event, ...rest) {
    if (event !== 'request') return emit.call(this, event, ...rest);
    const [request, response] = rest;
    const target = request.url ?? '/';
    if (!isReadableAddress(target)) {
      refuseAddress(request, response);
      return true;
    }
    if (request.method !== 'POST' || target.startsWith('/api/')) return emit.call(this, event, ...rest);
    refuseBody(request, response);
    return emit.call(this, event, ...rest);
  };
}

if (process.env.LOCAL_MARK) answerUnreadable();
