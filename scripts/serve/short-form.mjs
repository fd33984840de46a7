// Preloaded into the served Next, which takes a megabyte for every form and answers a page with what was typed in it. The
// forms of people who are not signed in, for next-auth and for the operations that ask for no sign-in, have a handful of
// short fields: a longer body is answered 413 here, and neither Next nor the application spends anything on it.
import { Server } from 'node:http';
import { note, OUR_HEADERS } from './readable-request.mjs';

/** Bytes. The longest form has an address to return to, an e-mail and a password, or the answer of a passkey: some 5,000. */
export const LONGEST_FORM = 16_384;

const STRANGERS_PAGE = /^\/+(sign-in|invitations|api\/+auth|api\/+v1\/+sign-in)(?=[/.]|$)/i;

const PAGE = `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>413</title></head>
<body><p>입력한 내용이 너무 깁니다. 앞 화면으로 돌아가 줄여서 다시 보내세요.</p>
<p lang="en">What was entered is too long. Go back, shorten it, and send it again.</p></body></html>
`;

/** Whether a request sends a form to what is open to people who are not signed in. */
export function isStrangersForm({ method, url = '/' }) {
  return method === 'POST' && STRANGERS_PAGE.test(pathOf(url));
}

/** Decoded and without dots, as Next looks for its page. Whatever cannot be decoded is no page. */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(`http://localhost${url.replace(/^https?:\/\/[^/]*/i, '')}`).pathname);
  } catch {
    return '';
  }
}

/** Stands before whatever listens for requests of any server of this process. */
export function refuseLongForms() {
  const { emit } = Server.prototype;
  Server.prototype.emit = function emitShort(event, ...rest) {
    const [request, response] = rest;
    if (event !== 'request' || !isStrangersForm(request)) return emit.call(this, event, ...rest);
    holdBody(
      request,
      () => emit.call(this, event, ...rest),
      () => refuseForm(request, response),
    );
    return true;
  };
}

/**
 * Keeps the body back until it is whole, and then hands it on with the request. Counted as it comes: its stated length may be
 * missing. Of one that is too long the rest is read and thrown away, so that the sender hears the answer.
 */
function holdBody(request, whenWhole, whenTooLong) {
  const { push } = request;
  const chunks = [];
  let length = 0;
  request.push = (chunk) => {
    const before = length;
    length += chunk?.length ?? 0;
    if (length > LONGEST_FORM) {
      if (before <= LONGEST_FORM) whenTooLong();
      return chunk === null ? push.call(request, null) : true;
    }
    chunks.push(chunk);
    if (chunk !== null) return true;
    request.push = push;
    whenWhole();
    for (const each of chunks) request.push(each);
    return true;
  };
}

function refuseForm(request, response) {
  note(request, 413, 'form too long');
  response.writeHead(413, { ...OUR_HEADERS, 'content-type': 'text/html; charset=utf-8' });
  response.end(PAGE);
}

if (process.env.LOCAL_MARK) refuseLongForms();
