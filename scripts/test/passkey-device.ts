import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What it does otherwise than an honest device would; an empty `userHandle` is none. */
export type Quirks = { origin?: string; verifiesUser?: boolean; counter?: number; userHandle?: string };

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;
const ES256 = -7;

/** A device that keeps one passkey of a person (WebAuthn, ES256, no attestation), as a browser hands on what it says. */
export function passkeyDevice(rpID: string, honestOrigin: string, personId: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  const id = base64url(credentialId);
  let counter = 0;

  const dataOf = (flags: number, count: number, credential: Uint8Array = new Uint8Array()) => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([sha256(rpID), Buffer.of(flags), counted, credential]);
  };
  const clientData = (type: string, challenge: string, origin = honestOrigin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const flagsOf = ({ verifiesUser = true }: Quirks) => USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0);

  return {
    id,
    make: (challenge: string, quirks: Quirks = {}) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, ES256],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      );
      const length = Buffer.of(0, credentialId.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, cose]);
      const authData = dataOf(flagsOf(quirks) | HAS_CREDENTIAL, 0, attested);
      const attestationObject = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]) as never,
      );
      return {
        id,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, quirks.origin)),
          attestationObject: base64url(attestationObject),
          transports: ['internal' as const],
        },
      };
    },
    sign: (challenge: string, quirks: Quirks = {}) => {
      counter = quirks.counter ?? counter + 1;
      const userHandle = quirks.userHandle ?? base64url(Buffer.from(personId));
      const authenticatorData = dataOf(flagsOf(quirks), counter);
      const client = clientData('webauthn.get', challenge, quirks.origin);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey);
      return {
        id,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(authenticatorData),
          signature: base64url(signature),
          ...(userHandle ? { userHandle } : {}),
        },
      };
    },
  };
}
