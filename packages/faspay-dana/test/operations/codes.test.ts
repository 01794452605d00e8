import { describe, expect, it } from 'vitest';
import { gatewayAnswering, ref, request } from '../merchant.ts';

const DOCUMENTED = [
  '03',
  '13',
  '14',
  '17',
  '18',
  '21',
  '30',
  '40',
  '54',
  '55',
  '56',
  '63',
  '66',
  '80',
  '81',
  '82',
  '83',
  '84',
  '85',
  '96',
];

const everywhere: Readonly<Record<string, string>> = {
  '01': 'acquirer-error',
  '03': 'declined merchant-not-ready',
  '13': 'declined invalid-request',
  '18': 'declined customer-account',
  '21': 'declined expired',
  '30': 'declined invalid-request',
  '40': 'declined merchant-not-ready',
  '55': 'declined authentication',
  '56': 'declined not-permitted',
  '63': 'declined not-permitted',
  '66': 'acquirer-error',
  '82': 'declined merchant-not-ready',
  '83': 'declined invalid-request',
  '84': 'declined invalid-request',
  '85': 'declined invalid-request',
  '96': 'acquirer-error',
  // In no table.
  '57': 'unlisted-code',
  '58': 'unlisted-code',
  '99': 'unlisted-code',
  '0': 'unlisted-code',
  '000': 'unlisted-code',
  toString: 'unlisted-code',
};
const onCreate: typeof everywhere = {
  ...everywhere,
  '14': 'already-exists',
  '17': 'already-exists',
  '54': 'already-exists',
  '80': 'already-exists',
  '81': 'already-exists',
};
const onCancel: typeof everywhere = {
  ...everywhere,
  '14': 'declined not-found',
  '17': 'already-exists',
  '54': 'declined expired',
  '80': 'declined wrong-status',
  '81': 'declined wrong-status',
};

type Shape = (code: string) => unknown;
const shapes: readonly (readonly [string, Shape])[] = [
  ['nested', (code) => ({ response_error: { response_code: code, response_desc: 'text that changes' } })],
  [
    'flat',
    (code) => ({ response: 'x', merchant_id: '12345', response_code: code, response_desc: 'text that changes' }),
  ],
];

describe.each(shapes)('a code in the %s shape', (_, shape) => {
  it.each(Object.entries(onCreate))('%s to post data is %s, and is asked once', async (code, expected) => {
    const { gateway, sent } = gatewayAnswering(shape(code));
    const outcome = await gateway.createPayment(request);
    expect(wordOf(outcome)).toBe(expected);
    expect(sent).toHaveLength(1);
  });

  it.each(Object.entries(onCancel))('%s to a cancellation is %s, and is asked once', async (code, expected) => {
    const { gateway, sent } = gatewayAnswering(shape(code));
    expect(wordOf(await gateway.cancelPayment(ref))).toBe(expected);
    expect(sent).toHaveLength(1);
  });

  it.each(
    Object.entries({
      ...everywhere,
      '17': 'declined wrong-status',
      '54': 'declined wrong-status',
      '80': 'declined wrong-status',
      '81': 'declined wrong-status',
    }),
  )('%s to an inquiry leaves it unanswered: %s', async (code, expected) => {
    const { gateway } = gatewayAnswering(shape(code));
    expect(await gateway.getPayment(ref)).toEqual({
      kind: 'unavailable',
      because: expected.replace('declined ', ''),
      code,
    });
  });

  it('14 to an inquiry is an absence that is not final', async () => {
    const { gateway } = gatewayAnswering(shape('14'));
    expect(await gateway.getPayment(ref)).toEqual({ kind: 'absent', final: false });
  });
});

describe('every code Faspay documents', () => {
  it.each(DOCUMENTED)('%s is in each table', (code) => {
    expect([onCreate[code], onCancel[code]]).not.toContain(undefined);
  });

  it.each(DOCUMENTED.filter((code) => onCreate[code]?.startsWith('declined')))(
    '%s declines with a hint and the page on it',
    async (code) => {
      const { gateway } = gatewayAnswering({ response_error: { response_code: code, response_desc: '' } });
      const outcome = await gateway.createPayment(request);
      const decline = outcome.kind === 'declined' ? outcome.decline : undefined;
      expect(decline).toMatchObject({ code, retryable: false });
      expect(decline?.hint).toMatch(/^[A-Z].{30,}\.$/);
      expect(decline?.docs).toMatch(/^https:\/\/docs\.faspay\.co\.id\/.*post-data-transaction$/);
    },
  );
});

describe('a number as the code', () => {
  it.each([
    [55, 'declined authentication'],
    [3, 'declined merchant-not-ready'],
  ])('%j is read with its leading zero', async (response_code, expected) => {
    const { gateway } = gatewayAnswering({ response_code });
    expect(wordOf(await gateway.createPayment(request))).toBe(expected);
  });
});

function wordOf(outcome: Awaited<ReturnType<ReturnType<typeof gatewayAnswering>['gateway']['createPayment']>>): string {
  if (outcome.kind === 'declined') return `declined ${outcome.decline.reason}`;
  return outcome.kind === 'unknown' ? outcome.inquiry.doubt : outcome.kind;
}
