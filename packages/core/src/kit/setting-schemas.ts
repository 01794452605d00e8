import * as v from 'valibot';
import { decryptPrivateKey } from '#crypto';
import { isLoopback } from './check-payment.ts';
import { readRsaKey, type KeyProblem, type RsaKey } from './rsa-key.ts';
import { rule } from './settings.ts';
import { MAX_TOLERANCE_MS, TOLERANCE_MS } from './time-window.ts';

const MIN_BITS = 2_048;
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** Text that travels in a header: printable ASCII without blanks. */
export function headerText(maxLength: number): v.GenericSchema<string, string> {
  return v.pipe(
    v.string(),
    v.regex(HEADER_SAFE, rule('must be printable ASCII without blanks.', 'Copy it again from the dashboard.')),
    v.maxLength(
      maxLength,
      rule(`must have at most ${String(maxLength)} characters.`, 'Copy it again from the dashboard.'),
    ),
  );
}

/** A shared secret. */
export function secretText(): v.GenericSchema<string, string> {
  return v.pipe(v.string(), v.minLength(1, rule('must not be empty.', 'Copy it again from the dashboard.')));
}

/**
 * An RSA private key of at least 2048 bits, in any form merchants paste. With a passphrase, it may be protected by it; that
 * is undone where Node's crypto is.
 */
export function privateKey(passphrase?: string): v.GenericSchema<string, RsaKey> {
  return rsaKey('private', passphrase);
}

/** An RSA public key of at least 2048 bits, in any form merchants paste. */
export function publicKey(): v.GenericSchema<string, RsaKey> {
  return rsaKey('public');
}

const toleranceRule = rule(
  `must be a whole number from 1 to ${String(MAX_TOLERANCE_MS)}.`,
  `Leave it out for the default of ${String(TOLERANCE_MS)}.`,
);

/** How far the time of a message may be from ours, in milliseconds, either way. */
export function tolerance(): v.OptionalSchema<v.GenericSchema<number, number>, number> {
  const ms = v.pipe(
    v.number(),
    v.integer(toleranceRule),
    v.minValue(1, toleranceRule),
    v.maxValue(MAX_TOLERANCE_MS, toleranceRule),
  );
  return v.optional(ms, TOLERANCE_MS);
}

/** The origin of the acquirer's interface: https, or http on this machine for a simulator. */
export function origin(): v.GenericSchema<string, string> {
  return v.pipe(
    v.string(),
    v.check(
      isOrigin,
      rule(
        'must be an https origin without path, query or credentials (http on loopback only).',
        'Write https://host.',
      ),
    ),
    v.transform((text) => new URL(text).origin),
  );
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare =
    url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === '';
  return bare && (url.protocol === 'https:' || isLoopback(url));
}

function rsaKey(kind: RsaKey['kind'], passphrase?: string): v.GenericSchema<string, RsaKey> {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = readRsaKey(dataset.value);
      const key =
        read === 'encrypted' && passphrase !== undefined ? decryptPrivateKey(dataset.value, passphrase) : read;
      const problem = typeof key === 'string' ? UNUSABLE[key] : unfit(key, kind);
      if (problem !== undefined) addIssue({ message: problem });
      return problem === undefined && typeof key !== 'string' ? key : NEVER;
    }),
  );
}

const UNUSABLE: Readonly<Record<KeyProblem, string>> = {
  unreadable: rule('is not a readable key.', 'Paste the whole PEM, BEGIN and END lines included, or its base64.'),
  encrypted: rule(
    'is protected by a passphrase.',
    'Set passphrase, where there is that setting, or decrypt it: openssl pkcs8 -in key.pem -out plain.pem.',
  ),
  certificate: rule('is a certificate, not a key.', 'Paste its key: openssl x509 -in certificate.pem -noout -pubkey.'),
  'wrong-passphrase': rule(
    'cannot be opened with this passphrase.',
    'Check both. An old cipher can be the reason too: convert it with openssl pkcs8 -topk8 -in key.pem -out new.pem.',
  ),
  'cannot-decrypt': rule(
    'is protected by a passphrase, which only Node can undo.',
    'Decrypt it first: openssl pkcs8 -in key.pem -out plain.pem; then keep it in a secret and leave the passphrase out.',
  ),
  'not-rsa': rule('is not an RSA key.', 'Generate one: openssl genrsa 2048.'),
};

function unfit(key: RsaKey, kind: RsaKey['kind']): string | undefined {
  if (key.kind !== kind)
    return rule(`must be a ${kind} key; this is the ${key.kind} one.`, `Use the ${kind} half of the right pair.`);
  if (key.bits < MIN_BITS)
    return rule(`must have at least ${String(MIN_BITS)} bits.`, 'Generate one: openssl genrsa 2048.');
  return undefined;
}
