import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSimulator, readStateFile, virtualClock, writeStateFile } from '../src/index.ts';
import type { Simulator, SimulatorState } from '../src/index.ts';
import { createMerchant as danaMerchant, orderOf, paths, refundOf } from './dana/merchant.ts';
import { openShop, paymentPath, paymentFields } from './doku/merchant.ts';
import { createMerchant as faspayMerchant } from './faspay/merchant.ts';

const plain = (simulator: Simulator) => JSON.parse(JSON.stringify(simulator.state())) as SimulatorState;
/** The same simulator after a restart, its clock where the last run left it. */
function restart(simulator: Simulator) {
  const state = plain(simulator);
  return createSimulator({ clock: virtualClock(state.now), state });
}

const freshPath = () => join(mkdtempSync(join(tmpdir(), 'simulator-')), 'state.json');

describe('a restart', () => {
  it('keeps DANA’s orders, refunds under way, keys and expiries', async () => {
    const merchant = danaMerchant();
    await merchant.call(paths.create, orderOf('PAID'));
    await merchant.call(paths.create, orderOf('OPEN'));
    await merchant.dana.customer.pay('PAID');
    await merchant.simulator.idle();
    await merchant.call(paths.refund, refundOf('PAID', 'R-1', '1000.00', { additionalInfo: { asyncRefund: 'true' } }));
    const again = restart(merchant.simulator);
    expect(again.dana.credentials).toEqual(merchant.dana.credentials);
    expect(again.dana.payments()).toEqual(merchant.dana.payments());
    await again.clock.advance(30 * 60_000);
    expect(again.dana.payment('OPEN')?.status).toBe('CLOSED');
    expect(again.dana.payment('PAID')?.refunds).toMatchObject([{ status: 'SUCCESS' }]);
  });

  it('keeps DOKU’s payments, tokens, secret and endpoints', async () => {
    const { simulator, merchant } = openShop();
    const endpoints = { tokenUrl: 'https://shop.test/token', notificationUrl: 'https://shop.test/notify' };
    simulator.doku.register(endpoints);
    await merchant.pay();
    const token = await merchant.token();
    const again = restart(simulator);
    expect(again.doku.credentials).toEqual(simulator.doku.credentials);
    expect(again.doku.registered()).toEqual(endpoints);
    expect(again.doku.payments()).toEqual(simulator.doku.payments());
    const headers = { Authorization: `Bearer ${token}`, 'X-TIMESTAMP': '2026-01-02T10:04:05+07:00' };
    const body = JSON.stringify(paymentFields);
    const response = await again.doku.fetch(`https://doku.test${paymentPath}`, { method: 'POST', headers, body });
    // Past the token: the next header is missed.
    expect(await response.json()).toMatchObject({ responseMessage: 'Invalid Mandatory Field X-PARTNER-ID' });
  });

  it('keeps Faspay’s bills and registration, and numbers on', async () => {
    const merchant = faspayMerchant();
    await merchant.post('INV-1');
    await merchant.faspay.customer.pay('INV-1');
    await merchant.simulator.idle();
    const again = restart(merchant.simulator);
    expect(again.faspay.registered()).toEqual(merchant.faspay.registered());
    expect(again.faspay.payments()).toEqual(merchant.faspay.payments());
  });

  it('keeps the story of a payment, and never gives a reference twice', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    const state = plain(simulator);
    const again = createSimulator({ clock: virtualClock(state.now), state });
    const known = again.control.payment({ acquirer: 'doku', reference: 'INV-0001' });
    expect(known?.events.map(({ type }) => type)).toEqual(['payment-created', 'request-answered']);
    expect(again.state().run).toBe(2);
    expect(again.control.events().at(-1)?.id).toBe(state.timeline.at(-1)?.id);
  });

  it('promises no repetition that is no longer waiting', async () => {
    const merchant = danaMerchant({}, () => Promise.resolve(new Response('no', { status: 500 })));
    await merchant.call(paths.create, orderOf('INV-1'));
    await merchant.dana.customer.pay('INV-1');
    await merchant.simulator.idle();
    const name = { acquirer: 'dana', reference: 'INV-1' } as const;
    expect(merchant.simulator.control.payment(name)?.nextAttemptAt).toBeDefined();
    expect(restart(merchant.simulator).control.payment(name)?.nextAttemptAt).toBeUndefined();
  });
});

describe('a state file', () => {
  it('holds the state, and nothing is left beside it', () => {
    const path = freshPath();
    const state = plain(createSimulator({ clock: virtualClock(0) }));
    writeStateFile(path, state);
    writeStateFile(path, state);
    expect(readStateFile(path)).toEqual(state);
    expect(readdirSync(join(path, '..'))).toEqual(['state.json']);
  });

  it('does not have to exist', () => {
    expect(readStateFile(freshPath())).toBeUndefined();
  });

  const written = () => {
    const path = freshPath();
    writeStateFile(path, plain(createSimulator({ clock: virtualClock(0) })));
    return path;
  };

  it.each([
    ['somebody else’s JSON', () => '{"name":"x"}', 'is not a state file'],
    ['no JSON', () => 'hello', 'is not a state file'],
    ['nothing', () => '', 'is not a state file'],
    ['a changed amount', (text: string) => text.replace('\\"now\\":0', '\\"now\\":1'), 'is damaged'],
    ['half of it', (text: string) => text.slice(0, text.length / 2), 'is not a state file'],
    ['another version', (text: string) => text.replace('"version":1', '"version":99'), 'another version'],
  ])('is refused where it holds %s', (_, spoil, message) => {
    const path = written();
    const spoilt = spoil(readFileSync(path, 'utf8'));
    writeFileSync(path, spoilt);
    expect(() => readStateFile(path)).toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe(spoilt);
  });
});
