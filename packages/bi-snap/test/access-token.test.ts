import { describe, expect, it } from 'vitest';
import { memoryTokenStore } from '../src/index.ts';
import { concurrently, granted, issuer, token } from './support/issuer.ts';

describe('one token for everybody', () => {
  it('makes one request for 10,000 concurrent first callers', async () => {
    const { get, requests } = issuer();
    const results = await concurrently(10_000, () => get());
    expect(requests).toHaveLength(1);
    expect(results.every((result) => result.kind === 'token' && result.token === 'token-1')).toBe(true);
  });

  it('makes one request for 10,000 callers who meet the end of a token together', async () => {
    const { get, requests, pass } = issuer();
    await get();
    pass(900_000);
    await concurrently(10_000, () => get());
    expect(requests).toHaveLength(2);
  });

  it('makes one renewal for a burst of 1,000 refusals', async () => {
    const { get, requests } = issuer();
    await get();
    const results = await concurrently(1_000, () => get({ refused: 'token-1' }));
    expect(requests).toHaveLength(2);
    expect(results).toEqual(Array.from({ length: 1_000 }, () => token(2)));
  });

  it('makes no renewal for a refusal of a token that has been replaced since', async () => {
    const { get, requests } = issuer();
    await get();
    await get({ refused: 'token-1' });
    expect(await get({ refused: 'token-1' })).toEqual(token(2));
    expect(requests).toHaveLength(2);
  });

  it('never hands the refused token back, whoever reads the store at that moment', async () => {
    const { get, requests } = issuer();
    await get();
    const mixed = await Promise.all(
      Array.from({ length: 500 }, (_, index) => get(index % 2 === 0 ? {} : { refused: 'token-1' })),
    );
    const renewed = mixed.filter((_, index) => index % 2 === 1);
    expect(renewed).toEqual(renewed.map(() => token(2)));
    expect(requests).toHaveLength(2);
  });

  it('asks once even when the acquirer gives the refused token again', async () => {
    const { get, requests } = issuer(() => granted(1));
    await get();
    const results = await concurrently(100, () => get({ refused: 'token-1' }));
    expect(results).toEqual(results.map(() => token(1)));
    expect(requests).toHaveLength(2);
  });

  it('shares a token through a store', async () => {
    const store = memoryTokenStore();
    const first = issuer(granted, store);
    const second = issuer(granted, store);
    await first.get();
    expect(await second.get()).toEqual(token(1));
    expect(second.requests).toHaveLength(0);
  });
});

describe('the life of a token', () => {
  it.each([900, '900'])('renews a minute before the end when expiresIn is %j', async (expiresIn) => {
    const { get, requests, pass } = issuer((count) => granted(count, expiresIn));
    await get();
    pass(839_999);
    expect(await get()).toEqual(token(1));
    pass(1);
    expect(await get()).toEqual(token(2));
    expect(requests).toHaveLength(2);
  });

  it('renews a short-lived token after four fifths of its life', async () => {
    const { get, pass } = issuer((count) => granted(count, 10));
    await get();
    pass(7_999);
    expect(await get()).toEqual(token(1));
    pass(1);
    expect(await get()).toEqual(token(2));
  });

  it('counts from the moment of asking, not of the answer', async () => {
    const slow = issuer((count) => {
      slow.pass(5_000);
      return granted(count);
    });
    await slow.get();
    slow.pass(834_999);
    expect(await slow.get()).toEqual(token(1));
    slow.pass(1);
    expect(await slow.get()).toEqual(token(2));
  });

  it('hands out no token at or after its end in 72 hours', async () => {
    const { get, requests, pass } = issuer();
    const birthdays: number[] = [];
    for (let minute = 0; minute < 72 * 60; minute++) {
      const result = await get();
      if (requests.length > birthdays.length) birthdays.push(minute);
      expect(result).toEqual(token(birthdays.length));
      expect(minute - (birthdays.at(-1) ?? 0)).toBeLessThan(15);
      pass(60_000);
    }
    expect(requests.length).toBe(Math.ceil((72 * 60) / 14));
  });
});

describe('a caller that stops waiting', () => {
  it('loses its own call, and whoever waited with it asks once for all', async () => {
    const { get, requests } = issuer((count) => (count === 1 ? new Promise<never>(() => undefined) : granted(count)));
    const impatient = new AbortController();
    const first = get({ signal: impatient.signal });
    const others = concurrently(100, () => get());
    await expect.poll(() => requests.length).toBe(1);
    impatient.abort();
    expect(await first).toEqual({ kind: 'failed', reason: { why: 'aborted' } });
    expect(await others).toEqual(Array.from({ length: 100 }, () => token(2)));
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it('asks for nothing when it stopped while it waited', async () => {
    const { get, requests } = issuer(() => new Promise<never>(() => undefined));
    const together = new AbortController();
    const results = concurrently(100, () => get({ signal: together.signal }));
    await expect.poll(() => requests.length).toBe(1);
    together.abort();
    await results;
    await new Promise((resolve) => setTimeout(resolve));
    expect(requests).toHaveLength(1);
  });

  it('loses nothing for those who asked before it', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { get, requests } = issuer((count) => gate.then(() => granted(count)));
    const impatient = new AbortController();
    const first = get();
    const second = get({ signal: impatient.signal });
    impatient.abort();
    expect(await second).toEqual({ kind: 'failed', reason: { why: 'aborted' } });
    release();
    expect(await first).toEqual(token(1));
    expect(requests).toHaveLength(1);
  });

  it('keeps nobody waiting when the runtime ended it without a word', async () => {
    const { get, requests, pass } = issuer((count) =>
      count === 1 ? new Promise<never>(() => undefined) : granted(count),
    );
    void get();
    await expect.poll(() => requests.length).toBe(1);
    pass(16_000);
    expect(await get()).toEqual(token(2));
    expect(await get()).toEqual(token(2));
  });

  it('waits for another look-up no longer than that one can live, and leaves no timer behind', async () => {
    const store = memoryTokenStore();
    let reads = 0;
    const hangsOnce = { ...store, read: () => (reads++ === 0 ? new Promise<never>(() => undefined) : store.read()) };
    const { get, pass, requests, sleeping, wake } = issuer(granted, hangsOnce);
    void get();
    pass(6_000);
    const waiting = concurrently(100, () => get());
    expect(sleeping()).toEqual(Array.from({ length: 100 }, () => 10_000));
    wake(10_000);
    expect(await waiting).toEqual(Array.from({ length: 100 }, () => token(1)));
    expect(requests).toHaveLength(1);
    expect(sleeping()).toEqual([]);
  });

  it('asks for nothing when it had stopped before', async () => {
    const { get, requests } = issuer();
    expect(await get({ signal: AbortSignal.abort() })).toEqual({ kind: 'failed', reason: { why: 'aborted' } });
    expect(requests).toHaveLength(0);
  });
});

it('signs client id and time, and sends both as signed', async () => {
  const { get, requests } = issuer();
  await get();
  const [request] = requests;
  expect(await request?.text()).toBe('{"grantType":"client_credentials"}');
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    'content-type': 'application/json',
    'x-client-key': 'CLIENT',
    'x-timestamp': '2026-01-02T10:04:05+07:00',
    'x-signature': 'signed(CLIENT|2026-01-02T10:04:05+07:00)',
  });
});
