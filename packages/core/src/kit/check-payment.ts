import { isWholeRupiah } from '../money.ts';
import type { CreatePayment, Device, Need } from '../create-payment.ts';
import type { Issue } from '../outcome.ts';
import type { Limits } from '../gateway.ts';
import { checkParties } from './check-parties.ts';
import { isMoney } from './is-money.ts';
import { moneyInWords } from './money-in-words.ts';

/** What a request is checked against. */
export interface Terms {
  readonly needs: readonly Need[];
  readonly limits: Limits;
}

const PRINTABLE = /^[^\p{Cc}\p{Cs}]+$/u;
const UNPRINTED = /[\s\p{Cc}\p{Cs}]/u;
const FORBIDDEN_SCHEMES = new Set([
  'http:',
  'javascript:',
  'data:',
  'file:',
  'blob:',
  'vbscript:',
  'about:',
  'ftp:',
  'ws:',
  'wss:',
]);

/** Every rule the request breaks, each with field, rule and fix; empty when it can be sent. */
export function checkPayment(request: CreatePayment, terms: Terms, now: Date): readonly Issue[] {
  return [
    ...checkReference(request.reference, terms.limits),
    ...checkAmount(request, terms.limits),
    ...checkTitle(request.title, terms.limits),
    ...checkReturnUrl(request, terms.limits),
    ...checkExpiry(request.expiresAt, terms.limits, now),
    ...checkNeeds(request, terms.needs),
    ...checkParties(request),
  ];
}

function checkReference(reference: string, { reference: limit }: Limits): Issue[] {
  if (typeof reference !== 'string')
    return [{ field: 'reference', rule: 'must be text.', fix: 'Put it in quotes: a number loses its zeros.' }];
  if (reference === '') {
    return [{ field: 'reference', rule: 'must not be empty.', fix: 'Give each attempt to be paid its own reference.' }];
  }
  if (reference.length > limit.maxLength) {
    return [
      {
        field: 'reference',
        rule: `must have at most ${String(limit.maxLength)} characters.`,
        fix: 'Use a shorter reference.',
      },
    ];
  }
  // Nobody reads a pattern, least of all one made of several acquirers'.
  const form = new RegExp(`^(?:${limit.pattern})$`);
  if (form.test(reference)) return [];
  return form.test(reference.padEnd(limit.maxLength, '0'))
    ? [{ field: 'reference', rule: `must have exactly ${String(limit.maxLength)} characters.`, fix: 'Fill it up.' }]
    : [{ field: 'reference', rule: 'holds a character that is not taken.', fix: 'Use letters, digits and hyphens.' }];
}

/** What is wrong with an amount to be paid. */
export function checkAmount({ amount }: Pick<CreatePayment, 'amount'>, { amount: limit }: Limits): Issue[] {
  const field = 'amount';
  if (!isMoney(amount)) return [{ field, rule: 'must be money.', fix: 'Make it with rupiah(25_000).' }];
  if (amount.minor <= 0) return [{ field, rule: 'must be more than zero.', fix: 'Charge at least one rupiah.' }];
  if (!isWholeRupiah(amount))
    return [{ field, rule: 'must be whole rupiah: sen cannot be charged.', fix: 'Round it first.' }];
  if (amount.minor < limit.min.minor)
    return [{ field, rule: `must be at least ${moneyInWords(limit.min)}.`, fix: 'Charge more.' }];
  if (amount.minor > limit.max.minor)
    return [{ field, rule: `must be at most ${moneyInWords(limit.max)}.`, fix: 'Charge less.' }];
  return [];
}

function checkTitle(title: string, { title: limit }: Limits): Issue[] {
  if (typeof title !== 'string' || title.trim() === '') {
    return [{ field: 'title', rule: 'must not be empty.', fix: 'Say what the customer pays for.' }];
  }
  if (!PRINTABLE.test(title))
    return [{ field: 'title', rule: 'must not hold control characters.', fix: 'Remove them.' }];
  if (Array.from(title).length <= limit.maxLength) return [];
  return [{ field: 'title', rule: `must have at most ${String(limit.maxLength)} characters.`, fix: 'Shorten it.' }];
}

function checkReturnUrl({ returnUrl, device }: CreatePayment, { returnUrl: limit }: Limits): Issue[] {
  const field = 'returnUrl';
  // What a URL parser silently drops would still be sent.
  const whole = typeof returnUrl === 'string' && !UNPRINTED.test(returnUrl) && URL.canParse(returnUrl);
  const url = whole ? new URL(returnUrl) : undefined;
  if (url === undefined)
    return [{ field, rule: 'must be an absolute URL.', fix: 'Write it whole: https://shop.example/thanks.' }];
  if (returnUrl.length > limit.maxLength) {
    return [
      { field, rule: `must have at most ${String(limit.maxLength)} characters.`, fix: 'Keep state on your side.' },
    ];
  }
  if (url.username !== '' || url.password !== '')
    return [{ field, rule: 'must not carry credentials.', fix: 'Remove them.' }];
  if (mayReturnTo(url, device)) return [];
  return [{ field, rule: 'must be https, or an app link when device.platform is app.', fix: 'Use https.' }];
}

function mayReturnTo(url: URL, device: Device | undefined): boolean {
  if (url.protocol === 'https:' || isLoopback(url)) return true;
  return device?.platform === 'app' && !FORBIDDEN_SCHEMES.has(url.protocol);
}

/** Whether the URL is plain http to this machine: a merchant's laptop, where no certificate is to be had. */
export function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

function checkExpiry(expiresAt: Date | undefined, { expiry }: Limits, now: Date): Issue[] {
  if (expiresAt === undefined) return [];
  const field = 'expiresAt';
  const ms = isDate(expiresAt) ? expiresAt.getTime() - now.getTime() : NaN;
  if (Number.isNaN(ms)) return [{ field, rule: 'must be a valid date.', fix: 'Leave it out for the default.' }];
  if (ms <= 0) return [{ field, rule: 'must be in the future.', fix: 'Leave it out for the default.' }];
  if (ms <= expiry.maxMs) return [];
  return [{ field, rule: `must be within ${String(expiry.maxMs / 60_000)} minutes.`, fix: 'Choose an earlier time.' }];
}

// By its tag, and not by its class: a date may come from another realm.
function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function checkNeeds(request: CreatePayment, needs: readonly Need[]): Issue[] {
  return needs
    .filter((need) => request[need] === undefined)
    .map((need) => ({
      field: need,
      rule: 'is required by a configured acquirer.',
      fix: `Add ${need} to the request.`,
    }));
}
