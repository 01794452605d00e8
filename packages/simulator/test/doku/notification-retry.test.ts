import { describe, expect, it } from 'vitest';
import { openNotified } from './notified-merchant.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('an unacknowledged notification', () => {
  it('DOKU 10.25: is repeated 30 minutes, 6 hours and 12 hours after the first, then never', async () => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = () => new Response('', { status: 500 });
    const paidAt = simulator.clock.now();
    await pay();
    await simulator.clock.advance(48 * hour);
    expect(inbound.received.map(({ at }) => at - paidAt)).toEqual([0, 30 * minute, 6 * hour, 12 * hour]);
  });

  it('is signed anew each time, under the same id, with the same words', async () => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = () => new Response('', { status: 503 });
    await pay();
    await simulator.clock.advance(13 * hour);
    expect(inbound.received.every(({ genuine }) => genuine)).toBe(true);
    expect(new Set(inbound.received.map(({ headers }) => headers.get('x-timestamp'))).size).toBe(4);
    expect(new Set(inbound.received.map(({ headers }) => headers.get('x-external-id'))).size).toBe(1);
    expect(new Set(inbound.received.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it.each([
    ['401 for a bad signature', () => new Response('{"responseCode":"4015600"}', { status: 401 })],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://shop.example/' } })],
    ['no answer at all', () => Promise.reject(new TypeError('fetch failed'))],
  ])('DOKU 10.25: is one the merchant met with %s', async (_, answer) => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = answer;
    await pay();
    await simulator.clock.advance(30 * minute);
    expect(inbound.received).toHaveLength(2);
  });

  it('DOKU 10.25: is not one met with HTTP 200, whatever its body says', async () => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = () => Response.json({ responseCode: '5005600', responseMessage: 'Invalid Token' });
    await pay();
    await simulator.clock.advance(48 * hour);
    expect(inbound.received).toHaveLength(1);
  });

  it('DOKU 10.25: stops being repeated once acknowledged', async () => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = () => new Response(null, { status: inbound.received.length === 2 ? 204 : 500 });
    await pay();
    await simulator.clock.advance(48 * hour);
    expect(inbound.received).toHaveLength(2);
  });

  it.each([
    ['refuses', () => Response.json({ responseCode: '4017300' }, { status: 401 })],
    ['gives no token', () => Response.json({ responseCode: '2007300' })],
    ['answers in HTML', () => new Response('<html>', { status: 200 })],
  ])('is one whose token request the merchant %s', async (_, answer) => {
    const { simulator, inbound, deliveries, pay } = await openNotified();
    const correct = inbound.answerToken;
    inbound.answerToken = answer;
    await pay();
    expect(deliveries()).toMatchObject([
      { verdict: 'not-sent', problem: expect.stringMatching(/gave no token: HTTP \d+/) },
    ]);
    inbound.answerToken = correct;
    await simulator.clock.advance(30 * minute);
    expect(inbound.received.map(({ genuine }) => genuine)).toEqual([true]);
  });
});
