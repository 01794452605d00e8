import { asymmetricStringToSign } from '@bayar/bi-snap';
import { readRsaKey, readSettings, resolveRuntime, rsaSha256 } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import {
  danaDirect,
  danaDirectConfig,
  restoreBinding,
  type BindingRequest,
  type KnownCustomer,
} from '../../src/index.ts';
import { tokenProtocol } from '../../src/widget/token-protocol.ts';
import { config, now } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering } from '../wire.ts';
import vectors from './vectors/widget.json' with { type: 'json' };

const { API, DEEPLINK } = vectors.oauth;
const requestId = '388b09b3-f7b1-40fc-9923-461118f42358';
const customer: KnownCustomer = {
  phone: '+6283811223355',
  scenario: 'PAYMENT',
  verifiedAt: new Date('2026-09-01T09:59:00+07:00'),
  id: 'u-1',
  deviceId: 'd-1',
  skipRegistration: true,
};
const asked: BindingRequest = {
  redirectUrl: 'https://merchant.example/oauth/callback',
  state: 'st-0001',
  externalId: 'ext-0001',
  customer,
};

describe('the recorded binding addresses of dana-node 2.1.10', () => {
  it('api: every parameter is reproduced, but for three documented differences', async () => {
    const ours = await page({ ...asked, language: 'id', allowRegistration: true });
    const theirs = new URL(API.url);
    expect(ours.origin + ours.pathname).toBe(theirs.origin + theirs.pathname);
    expect(parametersOf(ours)).toEqual({
      ...parametersOf(theirs),
      // dana-node adds milliseconds; DANA documents 25 characters.
      timestamp: '2026-09-01T10:00:00+07:00',
      // dana-node makes one up from the time; DANA's samples have this one.
      channelId: '95221',
      // dana-node encodes it twice.
      seamlessSign: API.seamlessSignBase64,
    });
    expect(decodeURIComponent(theirs.searchParams.get('seamlessSign') ?? '')).toBe(API.seamlessSignBase64);
  });

  it('api: the seamless data is the same text, so its signature is the same', async () => {
    const ours = await page(asked);
    expect(ours.searchParams.get('seamlessData')).toBe(API.seamlessData);
    expect(ours.searchParams.get('seamlessSign')).toBe(API.seamlessSignBase64);
  });

  it('deep link: every parameter is reproduced, but for the time in the seamless data and its signature', async () => {
    const ours = await page({ ...asked, mode: 'deeplink' });
    const theirs = new URL(DEEPLINK.url);
    expect(ours.origin + ours.pathname).toBe(theirs.origin + theirs.pathname);
    // dana-node adds milliseconds; DANA documents 25 characters.
    const seamlessData = DEEPLINK.seamlessData.replace('10:00:00.000+07:00', '10:00:00+07:00');
    expect(parametersOf(ours)).toEqual({
      ...parametersOf(theirs),
      seamlessData,
      seamlessSign: await sign(seamlessData),
    });
  });

  it.each([API, DEEPLINK])('the signature of $seamlessData is reproduced', async (vector) => {
    expect(await sign(vector.seamlessData)).toBe(vector.seamlessSignBase64);
  });

  it('encodes the signature once: read back as any server reads it, it is base64', async () => {
    const ours = await page(asked);
    expect(ours.search).not.toContain('%25');
    expect(ours.searchParams.get('seamlessSign')).toMatch(/^[A-Za-z0-9+/]+=*$/);
  });
});

describe('the recorded requests of the Widget', () => {
  const [token, ...signed] = vectors.requests;

  it('signature of a token request is reproduced, and so are its headers', async () => {
    const settings = readSettings(danaDirectConfig, config, 'dana-direct');
    const protocol = tokenProtocol(settings, resolveRuntime({ clock: standingClock(now) }));
    const sealed = { path: token?.path ?? '', body: token?.body ?? '' };
    expect(await protocol.authenticate(sealed, { signal: new AbortController().signal })).toEqual({
      kind: 'ready',
      headers: {
        'x-timestamp': token?.xTimestamp,
        'x-client-key': config.clientId,
        'x-partner-id': config.clientId,
        'x-signature': token?.xSignature,
      },
    });
  });

  it.each(signed)('string to sign and signature of $name are reproduced from its body', async (vector) => {
    const { method, path, body, xTimestamp: timestamp } = vector;
    const text = await asymmetricStringToSign({ method, path, body, timestamp });
    expect(text).toBe(vector.stringToSign);
    expect(await sign(text)).toBe(vector.xSignature);
  });

  it('go to the recorded paths', async () => {
    const { fetch, sent } = answering(answer({ responseCode: '4000000' }));
    const dana = danaDirect(config, { fetch, clock: standingClock(now) });
    const { clientId, environment } = config;
    const binding = restoreBinding({ accessToken: 'AT', refreshToken: 'RT', clientId, environment });
    await dana.refreshBinding(binding);
    await dana.getBalance(binding, { id: 'device-1' });
    await dana.unbind(binding, { id: 'device-1' });
    const paths = vectors.requests.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(sent.map(({ url }) => new URL(url).pathname)));
    expect(sent).toHaveLength(3);
  });
});

async function page(request: BindingRequest): Promise<URL> {
  const random = { digits: () => '', token: () => requestId.replaceAll('-', '') };
  const outcome = await danaDirect(config, { clock: standingClock(now), random }).bindingUrl(request);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return new URL(outcome.value.url);
}

function parametersOf({ searchParams }: URL): Record<string, string> {
  return Object.fromEntries(searchParams);
}

async function sign(text: string): Promise<string> {
  const key = readRsaKey(config.privateKey);
  if (typeof key === 'string') throw new Error(key);
  return rsaSha256(key)(text);
}
