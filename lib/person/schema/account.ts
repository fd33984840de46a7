import { z } from 'zod';
import { idField, requiredText, textField, versionField } from '@/lib/core/fields';
import { countShape, idShape, instantShape, versionShape } from '@/lib/core/shapes';
import { localeField, passwordField, themeField } from '../schema';

export const editAccountInput = z.strictObject({
  name: requiredText(80),
  /** In Latin letters, for English pages; what is not sent stays. */
  nameEn: textField(80).optional(),
  version: versionField,
});
export const changePasswordInput = z.strictObject({ current: passwordField, password: passwordField });
export const endSignInInput = z.strictObject({ signInId: idField });

/** Bytes as browsers hand them on. */
const base64url = (longest: number) =>
  z
    .string()
    .max(longest, { abort: true })
    .regex(/^[A-Za-z0-9_-]+$/);
/** As a browser names it (WebAuthn): at most 1023 bytes. */
const credentialIdField = base64url(1364);
const transportField = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** What a browser answers when it made a passkey; what else it adds is left out. */
const madeCredential = z.object({
  id: credentialIdField,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(8000),
    transports: z.array(transportField).max(10).optional(),
  }),
});
/** What a browser answers when a passkey signed a challenge. */
export const signedCredential = z.object({
  id: credentialIdField,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(2000),
    userHandle: base64url(100).optional(),
  }),
});

const passkeyNameField = requiredText(60);
export const addPasskeyInput = z.strictObject({ name: passkeyNameField, credential: madeCredential });
export const renamePasskeyInput = z.strictObject({ passkeyId: idField, name: passkeyNameField });
export const passkeyInput = z.strictObject({ passkeyId: idField });
/** A form carries texts alone: the answer of the browser comes as JSON. */
export const passkeySignInInput = z.strictObject({
  credential: z
    .string()
    .max(16_000, { abort: true })
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', params: { reason: 'invalid' } });
        return z.NEVER;
      }
    })
    .pipe(signedCredential),
});

/** Six digits of an authenticator app, or a recovery code; spaces and dashes as people write them. */
const codeField = z
  .string()
  .max(60, { abort: true })
  .regex(/^[\dA-Za-z -]+$/, { abort: true })
  .transform((text) => text.replace(/[ -]/g, '').toUpperCase());
export const codeInput = z.strictObject({ code: codeField });
/** `code`: where the person has an authenticator app. */
export const setFirstPasswordInput = z.strictObject({ password: passwordField, code: codeField.optional() });
export const identityInput = z.strictObject({ identityId: idField });

/** Sent to the browser's WebAuthn as it is. */
export const passkeyCreation = z.strictObject({
  challenge: z.string(),
  rp: z.strictObject({ id: z.string().optional(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal('public-key') })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(z.strictObject({ id: z.string(), type: z.literal('public-key') })),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
});
/** The same for a sign-in. It names no passkeys, so that it tells nothing of whoever asks: the browser offers what it has. */
export const passkeyRequest = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
});

export const addedPasskey = z.strictObject({ passkeyId: idShape, name: z.string() });
export const beginSecondFactorOutput = z.strictObject({
  /** Base32, for typing it into the app by hand. */
  secret: z.string(),
  /** otpauth:// as the QR code holds it. */
  uri: z.string(),
  /** The QR code as a path of an SVG `size` units wide and high. */
  qr: z.strictObject({ size: z.int(), path: z.string() }),
});
export const recoveryCodesOutput = z.strictObject({ recoveryCodes: z.array(z.string()) });
export const editedAccount = z.strictObject({ version: versionShape });
export const endedAccess = z.strictObject({
  endedSignIns: countShape,
  endedTokens: countShape,
  endedLinks: countShape,
});
export const endedSignIns = z.strictObject({ endedSignIns: countShape });

/** One's own account, where it is signed in and by what it is opened. */
export const account = z.strictObject({
  personId: idShape,
  name: z.string(),
  nameEn: z.string(),
  email: z.string(),
  locale: localeField,
  theme: themeField,
  isAdmin: z.boolean(),
  /** Without one the person signs in by link, passkey or provider. */
  isPasswordSet: z.boolean(),
  version: versionShape,
  signIns: z.array(
    z.strictObject({
      id: idShape,
      /** As the browser introduced itself. */
      userAgent: z.string(),
      method: z.enum(['password', 'email', 'oidc', 'passkey', 'link', 'sample']),
      createdAt: instantShape,
      lastSeenAt: instantShape,
      /** Whether it is the one asking now. */
      isThis: z.boolean(),
    }),
  ),
  passkeys: z.array(
    z.strictObject({
      id: idShape,
      name: z.string(),
      createdAt: instantShape,
      lastUsedAt: instantShape.nullable(),
    }),
  ),
  /** Null where there is none, or it was not confirmed. */
  secondFactor: z.strictObject({ confirmedAt: instantShape, recoveryCodesLeft: countShape }).nullable(),
  identities: z.array(
    z.strictObject({
      id: idShape,
      issuer: z.string(),
      email: z.string(),
      createdAt: instantShape,
      lastUsedAt: instantShape.nullable(),
    }),
  ),
});
export type Account = z.output<typeof account>;
