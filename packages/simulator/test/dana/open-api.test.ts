import { verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { UnbindOverrides } from '../../src/index.ts';
import { bindingUrl, bound, ottPath } from './bound-customer.ts';
import { clientId, jakarta, signRsa, start } from './merchant.ts';
import type { Json } from './merchant.ts';

const profilePath = '/dana/member/query/queryUserProfile.htm';
const unbindNotifyUrl = 'https://merchant.example/dana/unbound';

describe('queryUserProfile', () => {
  it('tells what was asked for about the bound customer, signed by DANA', async () => {
    const { ask, dana } = await profile();
    const answered = await ask({ userResources: ['MASK_DANA_ID', 'BALANCE'] });
    expect(JSON.parse(answered)).toMatchObject({
      response: {
        head: { version: '2.0', function: 'dana.member.query.queryUserProfile', clientId },
        body: {
          resultInfo: { resultStatus: 'S' },
          userResourceInfos: [{ resourceType: 'MASK_DANA_ID', value: '******2234' }, { resourceType: 'BALANCE' }],
        },
      },
    });
    const { response, signature } = JSON.parse(answered) as { response: Json; signature: string };
    const signed = Buffer.from(JSON.stringify(response));
    const { danaPublicKey } = dana.credentials;
    expect(verify('RSA-SHA256', signed, danaPublicKey, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it.each([
    ['another secret', { head: { clientSecret: 'other' } }, 'CLIENT_INVALID'],
    ['another function', { head: { function: 'dana.oauth.unbind.notify' } }, 'PARAM_ILLEGAL'],
    ['a token nobody was given', { head: { accessToken: 'foreign' } }, 'INVALID_ACCESS_TOKEN'],
    ['nothing asked for', { body: { userResources: [] } }, 'PARAM_ILLEGAL'],
    ['something that is no resource', { body: { userResources: ['toString'] } }, 'PARAM_ILLEGAL'],
  ])('refuses %s', async (_, change: { head?: Json; body?: Json }, resultCode) => {
    const { ask } = await profile();
    const answered: unknown = JSON.parse(await ask(change.body ?? { userResources: ['BALANCE'] }, change.head));
    expect(answered).toMatchObject({ response: { body: { resultInfo: { resultStatus: 'F', resultCode } } } });
  });

  it('verifies the very text of request: a blank inside it counts, one outside does not', async () => {
    const { ask } = await profile();
    const userResources = ['BALANCE'];
    const inside = await ask({ userResources }, {}, (text) => text.replace('"body":', '"body": '));
    const outside = await ask({ userResources }, {}, (text) => text.replace('"request":', ' "request": '));
    expect(inside).toContain('INVALID_SIGNATURE');
    expect(outside).toContain('SUCCESS');
  });
});

describe('the news that a customer unbound', () => {
  it('reaches the merchant, signed by DANA over the text of request, and the tokens are dead', async () => {
    const { ott, request, verified } = await unbound();
    expect(request).toMatchObject({ head: { function: 'dana.oauth.unbind.notify', clientId } });
    expect(verified).toBe(true);
    expect(await ott()).toMatchObject({ code: '4014902' });
  });

  it('carries its signature inside request when told, over the rest of it', async () => {
    const { received } = await unbound({ signaturePlace: 'inside' });
    expect(JSON.parse(received)).toMatchObject({ request: { signature: expect.stringMatching(/=$/) } });
  });

  it('does not verify when told to be forged', async () => {
    expect((await unbound({ signature: 'wrong' })).verified).toBe(false);
  });

  it('comes again until it is acknowledged', async () => {
    const { simulator, inbox } = await unbound();
    await simulator.clock.advance(8 * 24 * 3_600_000);
    await simulator.idle();
    const before = inbox.received.length;
    expect(before).toBeGreaterThan(1);
    await simulator.clock.advance(24 * 3_600_000);
    expect(inbox.received).toHaveLength(before);
  });

  it('is not sent where no address was agreed', async () => {
    const { dana, simulator, inbox, accessToken } = await bound();
    dana.unbind(accessToken);
    await simulator.idle();
    expect(inbox.received).toEqual([]);
  });
});

async function profile() {
  const merchant = await bound({}, bindingUrl());
  const ask = async (body: Json, changed: Json = {}, spoil = (text: string) => text): Promise<string> => {
    const { clientSecret } = merchant.dana.credentials;
    const head = {
      version: '2.0',
      function: 'dana.member.query.queryUserProfile',
      clientId,
      clientSecret,
      reqTime: jakarta(start),
      reqMsgId: '388b09b3-f7b1-40fc-9923-461118f42358',
      reserve: '{}',
      accessToken: merchant.accessToken,
      ...changed,
    };
    const request = { head, body };
    const signature = signRsa(JSON.stringify(request)).toString('base64');
    const answer = await merchant.dana.fetch(`https://api.sandbox.dana.id${profilePath}`, {
      method: 'POST',
      body: spoil(JSON.stringify({ request, signature })),
    });
    return answer.text();
  };
  return { ...merchant, ask };
}

async function unbound(overrides: UnbindOverrides = {}) {
  const merchant = await bound({ unbindNotifyUrl });
  merchant.dana.unbind(merchant.accessToken, overrides);
  await merchant.simulator.idle();
  const received = merchant.inbox.received[0]?.body ?? '';
  const { request, signature = '' } = JSON.parse(received) as { request: Json; signature?: string };
  const { danaPublicKey } = merchant.dana.credentials;
  const signed = Buffer.from(JSON.stringify(request));
  const verified = verify('RSA-SHA256', signed, danaPublicKey, Buffer.from(signature, 'base64'));
  return {
    ...merchant,
    received,
    request,
    verified,
    ott: () => merchant.asCustomer(ottPath, { userResources: ['OTT'] }),
  };
}
