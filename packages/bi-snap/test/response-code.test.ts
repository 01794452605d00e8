import { describe, expect, it } from 'vitest';
import { meaningOf } from '@bayar/core/kit';
import { commonCodes, tokenCodes } from '../src/common-codes.ts';
import { codeOf, parseResponseCode } from '../src/response-code.ts';

const answer = (status: number): { status: number; headers: Headers; text: string } => ({
  status,
  headers: new Headers(),
  text: '',
});

describe('a response code', () => {
  it('is HTTP status, service and case', () => {
    expect(parseResponseCode('4045418')).toEqual({ code: '4045418', http: '404', service: '54', case: '18' });
  });

  it.each([
    '',
    '200',
    '20054000',
    '200540',
    '1005400',
    '6005400',
    'abcdefg',
    ' 2005400',
    '2005400 ',
    '2005400\n',
    '２００５４００',
    '200540x',
    2_005_400,
    null,
    undefined,
    {},
    ['2005400'],
  ])('is not %j', (value) => {
    expect(parseResponseCode(value)).toBeUndefined();
  });
});

describe('codeOf', () => {
  it.each([
    [200, '2005400', ['200/00', '2xx']],
    [202, '2025400', ['202/00', '2xx']],
    [404, '4045418', ['404/18', '4xx']],
    [404, '4040018', ['404/18', '4xx']],
    [429, '4295400', ['429/00', '4xx']],
    [500, '5005400', ['500/00', '5xx']],
    [504, '5045400', ['504/00', '5xx']],
  ])('lists the code of a %d by status and case, whatever the service: %s', (status, responseCode, keys) => {
    expect(codeOf(answer(status), { responseCode })).toEqual({ code: responseCode, keys });
  });

  it('believes a refusal under a 200, which some acquirers send', () => {
    expect(codeOf(answer(200), { responseCode: '4035405' })).toEqual({ code: '4035405', keys: ['403/05', '4xx'] });
  });

  it('believes a success under 409, which replays what a request already had', () => {
    expect(codeOf(answer(409), { responseCode: '2005400' })?.keys).toEqual(['200/00', '2xx']);
  });

  it.each([301, 400, 401, 403, 404, 408, 429, 500, 502, 503, 504])('does not believe a success under %d', (status) => {
    expect(codeOf(answer(status), { responseCode: '2005400' })).toBeUndefined();
  });

  it.each([500, 502, 503, 504])('does not believe a refusal under %d, where nobody knows what was done', (status) => {
    expect(codeOf(answer(status), { responseCode: '4045418' })).toBeUndefined();
  });

  it.each([
    [undefined],
    [null],
    ['2005400'],
    [2_005_400],
    [[]],
    [['2005400']],
    [{}],
    [{ responseCode: 2_005_400 }],
    [{ responseCode: '200' }],
    [{ ResponseCode: '2005400' }],
    [{ code: '2005400' }],
  ])('finds none in %j', (body) => {
    expect(codeOf(answer(200), body)).toBeUndefined();
  });

  it('finds none that the body only inherits', () => {
    expect(codeOf(answer(200), Object.create({ responseCode: '2005400' }))).toBeUndefined();
  });
});

describe('the codes every operation shares', () => {
  const meaning = (status: number, responseCode: string): object =>
    meaningOf({ ...commonCodes, ...tokenCodes }, codeOf(answer(status), { responseCode })?.keys ?? []);

  it.each([
    [200, '2005400', { means: 'success' }],
    [409, '2005400', { means: 'success' }],
    [202, '2025400', { means: 'doubt', doubt: 'in-progress' }],
    [201, '2015400', { means: 'doubt', doubt: 'unlisted-code' }],
    [200, '2005499', { means: 'doubt', doubt: 'unlisted-code' }],
    [400, '4005401', { means: 'refused', reason: 'invalid-request', retryable: false }],
    [401, '4015400', { means: 'refused', reason: 'authentication' }],
    [401, '4015401', { means: 'stale-token' }],
    [401, '4015403', { means: 'stale-token' }],
    [403, '4035499', { means: 'doubt', doubt: 'unlisted-code' }],
    [404, '4045418', { means: 'doubt', doubt: 'unlisted-code' }],
    [409, '4095400', { means: 'doubt', doubt: 'unlisted-code' }],
    [429, '4295400', { means: 'doubt', doubt: 'unlisted-code' }],
    [500, '5005400', { means: 'doubt', doubt: 'acquirer-error' }],
    [504, '5045400', { means: 'doubt', doubt: 'acquirer-error' }],
  ])('take %d %s for what it is', (status, code, expected) => {
    expect(meaning(status, code)).toMatchObject(expected);
  });

  it('never call a server error a refusal', () => {
    for (let status = 500; status < 600; status++) {
      for (const kase of ['00', '01', '02', '18', '99'])
        expect(meaning(status, `${String(status)}54${kase}`)).toMatchObject({ means: 'doubt' });
    }
  });
});
