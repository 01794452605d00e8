import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ConfigError } from '@bayar/core';
import { readSettings, secretText, type Runtime } from '@bayar/core/kit';
import { loadPayments, memoryLedger } from '@bayar/payments';
import { toyAcquirer } from './toy-acquirer.ts';
import { toyServer } from './toy-server.ts';
import { order } from './toy-shop.ts';

const SECRET = 'hunter2-canary';
const settings = v.strictObject({ secret: secretText(), colour: v.picklist(['red', 'blue']) });

function toy(config: { readonly secret: string; readonly colour: 'red' | 'blue' }, runtime: Runtime = {}) {
  readSettings(settings, config, 'toy');
  return toyAcquirer(runtime);
}

function configuration(one: unknown): Record<string, unknown> {
  return {
    publicUrl: 'https://shop.example/pay',
    active: 'one',
    acquirers: { one: { adapter: 'toy', settings: one } },
  };
}

const secrets = {
  env: (name: string) => (name === 'TOY_SECRET' ? SECRET : undefined),
  file: (path: string) => Promise.resolve(path === '/run/toy' ? SECRET : undefined),
};
const common = { adapters: { toy }, ledger: memoryLedger(), secrets };

async function issuesOf(json: unknown, options = common): Promise<readonly string[]> {
  const error: unknown = await loadPayments(json, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!ConfigError.isInstance(error)) throw new Error('expected a ConfigError');
  expect(JSON.stringify(error) + String(error)).not.toContain(SECRET);
  return error.issues.map(({ field }) => field);
}

describe('loadPayments', () => {
  it.each([{ env: 'TOY_SECRET' }, { file: '/run/toy' }])('reads a secret from %o', async (secret) => {
    const server = toyServer();
    const payments = await loadPayments(configuration({ secret, colour: 'red' }), { ...common, fetch: server.fetch });
    const customer = { id: '1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' };
    expect(await payments.createPayment({ ...order('A-1'), customer, device: { platform: 'web' } })).toMatchObject({
      kind: 'done',
      value: { acquirer: 'one' },
    });
  });

  it('takes a factory from a module the app imports', async () => {
    const imported: string[] = [];
    const payments = await loadPayments(configuration({ secret: SECRET, colour: 'red' }), {
      ledger: memoryLedger(),
      import: (name) => {
        imported.push(name);
        return Promise.resolve({ adapter: toy });
      },
    });
    expect([imported, payments.endpoints().length]).toEqual([['toy'], 1]);
  });

  it('lists every problem of every acquirer, with its path', async () => {
    const json = {
      publicUrl: 'https://shop.example',
      active: 'one',
      acquirers: {
        one: { adapter: 'toy', settings: { secret: SECRET, colour: 'green', extra: 1 } },
        two: { adapter: 'nobody', settings: {} },
      },
    };
    expect(await issuesOf(json)).toEqual([
      'acquirers.one.settings.colour',
      'acquirers.one.settings.extra',
      'acquirers.two.adapter',
    ]);
  });

  it.each([
    ['a secret that is not set', { secret: { env: 'NOBODY' }, colour: 'red' }, ['acquirers.one.settings.secret']],
    ['a missing setting', { secret: SECRET }, ['acquirers.one.settings.colour']],
  ])('names %s', async (_, one, fields) => {
    expect(await issuesOf(configuration(one))).toEqual(fields);
  });

  it.each([[undefined], [null], [[]], ['text'], [{ active: 1 }], [{ ...configuration({}), surprise: true }]])(
    'refuses %o as a configuration',
    async (json) => {
      expect((await issuesOf(json)).length).toBeGreaterThan(0);
    },
  );

  it('lists the problems of the options beside those of the settings', async () => {
    const json = {
      publicUrl: 'http://shop.example',
      active: 'nobody',
      failover: ['one', 'somebody'],
      acquirers: { one: { adapter: 'toy', settings: { secret: SECRET, colour: 'green' } } },
    };
    expect(await issuesOf(json)).toEqual(['active', 'failover.1', 'publicUrl', 'acquirers.one.settings.colour']);
  });

  it('refuses an active name nobody has, although a function of the app decides', async () => {
    const json = { ...configuration({ secret: SECRET, colour: 'red' }), active: 'nobody' };
    const options = { ...common, active: () => 'one' };
    expect(await issuesOf(json, options)).toEqual(['active']);
  });

  it('goes on after the first problem: shape, names, secrets and settings are said at once', async () => {
    const json = {
      active: 7,
      surprise: 1,
      another: 2,
      acquirers: {
        one: { adapter: 'toy', settings: { secret: { env: 'NOBODY' }, colour: 'green' }, extra: true },
        two: { adapter: 'nobody', settings: { secret: { file: '/run/nothing' } } },
        three: { adapter: 'toy', settings: { secret: { env: 'NOBODY' }, colour: 'green' } },
        'a b': 'toy',
      },
    };
    expect(await issuesOf(json)).toEqual([
      'publicUrl',
      'active',
      'surprise',
      'another',
      'acquirers.one.extra',
      'acquirers.a b',
      'acquirers.one.settings.secret',
      'acquirers.one.settings.colour',
      'acquirers.two.adapter',
      'acquirers.two.settings.secret',
      'acquirers.three.settings.secret',
      'acquirers.three.settings.colour',
    ]);
  });

  it.each(['{"__proto__": 1}', '{"constructor": 1}', '{"toString": 1}'])(
    'takes no key for inherited: %s',
    async (text) => {
      const [name] = Object.keys(JSON.parse(text) as object);
      const settings: unknown = JSON.parse(`{ "secret": "${SECRET}", "colour": "red", "${name}": 1 }`);
      expect(await issuesOf(configuration(settings))).toEqual([`acquirers.one.settings.${name}`]);
      const json: unknown = JSON.parse(
        JSON.stringify(configuration({ secret: SECRET, colour: 'red' })).replace('{', `{ "${name}": 1,`),
      );
      expect(await issuesOf(json)).toEqual([name]);
    },
  );

  it('says that a text is not a configuration yet', async () => {
    const error = await loadPayments(JSON.stringify(configuration({ secret: SECRET })), common).catch(String);
    expect(error).toContain('JSON.parse(text)');
    expect(error).not.toContain(SECRET);
  });

  it.each([SECRET, `-----BEGIN PRIVATE KEY----- ${SECRET}`, `sk/${SECRET}`])(
    'repeats nothing of a secret that was put where its name belongs: %s',
    async (pasted) => {
      expect(await issuesOf(configuration({ secret: { env: pasted }, colour: 'red' }))).toHaveLength(1);
      expect(await issuesOf(configuration({ secret: { file: pasted }, colour: 'red' }))).toHaveLength(1);
    },
  );

  it('names the variable that is not set', async () => {
    const error = await loadPayments(configuration({ secret: { env: 'NOBODY' }, colour: 'red' }), common).catch(String);
    expect(error).toContain(
      'acquirers.one.settings.secret: refers to an environment variable (NOBODY), which is not set.',
    );
  });

  it.each(['\n', '\r\n'])('takes no line break at the end of a file for a part of the secret: %j', async (ending) => {
    const read: string[] = [];
    await loadPayments(configuration({ secret: { file: '/run/toy' }, colour: 'red' }), {
      ledger: memoryLedger(),
      adapters: { toy: ({ secret }: { secret: string }) => toyAcquirer((read.push(secret), {})) },
      secrets: { file: () => Promise.resolve(`${SECRET}${ending}`) },
    });
    expect(read).toEqual([SECRET]);
  });

  it('names a secret whose reader failed, without what the reader said', async () => {
    const failing = { ...common, secrets: { file: () => Promise.reject(new Error(`ENOENT: ${SECRET}`)) } };
    const json = configuration({ secret: { file: '/run/nothing' }, colour: 'red' });
    expect(await issuesOf(json, failing as unknown as typeof common)).toEqual(['acquirers.one.settings.secret']);
  });

  it('never takes a factory from the prototype of what the app supplies', async () => {
    const json = {
      publicUrl: 'https://shop.example',
      active: 'one',
      acquirers: { one: { adapter: 'constructor', settings: {} } },
    };
    expect(await issuesOf(json)).toEqual(['acquirers.one.adapter']);
  });
});
