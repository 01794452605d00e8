import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../src/errors/config-error.ts';
import { headerText, origin, privateKey, publicKey, secretText } from '../src/kit/setting-schemas.ts';
import { readSettings, rule } from '../src/kit/settings.ts';
import keys from './vectors/keys.json' with { type: 'json' };

const schema = v.strictObject({
  environment: v.picklist(['sandbox', 'production']),
  clientId: headerText(22),
  secret: secretText(),
  key: privateKey(),
  acquirerKey: publicKey(),
  baseUrl: v.optional(origin()),
  nested: v.optional(
    v.strictObject({ store: v.pipe(v.string(), v.regex(/^S/, rule('must begin with S.', 'Ask your acquirer.'))) }),
  ),
  days: v.optional(v.pipe(v.number(), v.integer(), v.maxValue(3))),
});

const good = {
  environment: 'sandbox',
  clientId: '2026010112345678901234',
  secret: 'a shared secret',
  key: keys.merchant.privatePkcs1Pem,
  acquirerKey: keys.gateway.publicSpkiPem,
};

function problem(input: unknown): ConfigError {
  try {
    readSettings(schema, input, 'The acquirer');
  } catch (error) {
    if (ConfigError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('The settings were accepted.');
}

/** Everything an error shows to whoever logs it. */
const shown = (error: Error): string => JSON.stringify([error.message, error.stack, String(error), error, error.cause]);

describe('readSettings', () => {
  it('lists every key it does not know, wherever it stands', () => {
    const { issues } = problem({ ...good, a: 1, b: { c: 1 }, nested: { store: 'S', d: 1, e: 2 } });
    expect(issues.map(({ field }) => field).sort()).toEqual(['a', 'b', 'nested.d', 'nested.e']);
  });

  it('reads good settings, keys parsed', () => {
    const settings = readSettings(schema, good, 'The acquirer');
    expect(settings.clientId).toBe(good.clientId);
    expect([settings.key.kind, settings.acquirerKey.kind]).toEqual(['private', 'public']);
  });

  it('lists every problem at once, each with field, rule and fix', () => {
    const error = problem({
      environment: 'SANDBOX',
      clientId: 'has blanks',
      key: keys.merchant.publicSpkiPem,
      acquirerKey: 'x',
      baseUrl: 'ftp://host',
      nested: { store: 'T1' },
      days: 4,
      environement: 'sandbox',
      nesting: {},
    });
    expect(error.issues).toEqual([
      { field: 'environment', rule: 'must be sandbox or production.', fix: 'Write one of them.' },
      { field: 'clientId', rule: 'must be printable ASCII without blanks.', fix: 'Copy it again from the dashboard.' },
      { field: 'secret', rule: 'is missing.', fix: 'Set it.' },
      {
        field: 'key',
        rule: 'must be a private key; this is the public one.',
        fix: 'Use the private half of the right pair.',
      },
      {
        field: 'acquirerKey',
        rule: 'is not a readable key.',
        fix: 'Paste the whole PEM, BEGIN and END lines included, or its base64.',
      },
      expect.objectContaining({ field: 'baseUrl', fix: 'Write https://host.' }),
      { field: 'nested.store', rule: 'must begin with S.', fix: 'Ask your acquirer.' },
      { field: 'days', rule: 'must be <=3.', fix: 'Correct it.' },
      { field: 'environement', rule: 'is not a setting.', fix: 'Remove it, or correct its spelling.' },
      { field: 'nesting', rule: 'is not a setting.', fix: 'Remove it, or correct its spelling.' },
    ]);
    for (const { field, rule: broken, fix } of error.issues)
      expect(error.message).toContain(`${field}: ${broken} ${fix}`);
    expect(error.message).toContain('The acquirer');
  });

  it.each([[undefined], [null], ['text'], [7], [[]]])('says that %j is no settings', (input) => {
    expect(problem(input).issues.length).toBeGreaterThan(0);
  });

  it('shows nothing of what it received, wherever a secret was put by mistake', () => {
    const secrets = [
      keys.merchant.privatePkcs8Pem,
      keys.merchant.privatePkcs1RawBase64,
      'canary-secret\nof two lines',
      'a canary in one line',
    ];
    for (const secret of secrets) {
      for (const field of ['environment', 'clientId', 'acquirerKey', 'baseUrl', 'days', 'nested']) {
        const said = shown(problem({ ...good, [field]: secret }));
        for (const line of secret.split('\n').filter((part) => !part.startsWith('-----'))) {
          for (let at = 0; at + 8 <= line.length; at += 8) expect(said).not.toContain(line.slice(at, at + 8));
        }
      }
    }
  });

  it.each([
    ['encrypted', keys.encrypted.pkcs8Pem, 'is protected by a passphrase.'],
    ['for another algorithm', keys.elliptic.pkcs8Pem, 'is not an RSA key.'],
    ['too short', keys.rsa1024.privatePkcs1Pem, 'must have at least 2048 bits.'],
    ['public', keys.merchant.publicPkcs1Pem, 'must be a private key; this is the public one.'],
    ['a certificate', keys.certificates.pem, 'is a certificate, not a key.'],
    ['cut short', keys.merchant.privatePkcs8Pem.slice(0, 400), 'is not a readable key.'],
  ])('says that a private key is %s, and shows nothing of it', (_, key, broken) => {
    const error = problem({ ...good, key });
    expect(error.issues).toEqual([expect.objectContaining({ field: 'key', rule: broken })]);
    const body = key.replaceAll(/-----.*?-----|\s/g, '');
    for (let at = 0; at + 8 <= body.length; at += 8) expect(shown(error)).not.toContain(body.slice(at, at + 8));
  });

  it('says that a private key stands where the public one belongs', () => {
    const error = problem({ ...good, acquirerKey: keys.merchant.privatePkcs8Pem });
    expect(error.issues).toEqual([
      {
        field: 'acquirerKey',
        rule: 'must be a public key; this is the private one.',
        fix: 'Use the public half of the right pair.',
      },
    ]);
  });
});
