import { readForm } from '../body.ts';
import { formatRupiah, pageResponse } from '../page.ts';
import type { PageAction } from '../page.ts';
import type { Bill } from './bill.ts';
import { isOpen } from './bill.ts';
import type { Bills } from './bills.ts';
import type { CustomerAction, Journey } from './journey.ts';
import type { Lifecycle } from './lifecycle.ts';
import { describeStatus } from './payment-status.ts';
import type { FaspayOptions } from './settings.ts';
import { isSignature, sign } from './signature.ts';

const brand = { name: 'Faspay · DANA', background: '#108ee9', text: '#ffffff' };

const buttons: readonly (PageAction & { readonly action: CustomerAction })[] = [
  { action: 'pay', label: 'Pay with DANA', kind: 'primary' },
  { action: 'fail', label: 'Let the payment fail', kind: 'plain' },
  { action: 'cancel', label: 'Cancel', kind: 'plain' },
  { action: 'abandon', label: 'Leave without paying', kind: 'plain' },
  { action: 'pay-late', label: 'Pay after the bill expired', kind: 'plain' },
];

/** The redirect page: GET shows it, POST is one of its buttons. */
export interface RedirectPage {
  readonly show: (request: Request) => Promise<Response>;
  readonly press: (request: Request) => Promise<Response>;
}

/** A page for whoever holds a bill's redirect URL, and for nobody else. */
export function redirectPage(
  options: FaspayOptions,
  bills: Bills,
  lifecycle: Lifecycle,
  journey: Journey,
): RedirectPage {
  function open(request: Request): Bill | Response {
    const bill = billOf(request, options, bills);
    if (!bill) return notice('This link is not valid', '', 403);
    lifecycle.expireIfDue(bill);
    return isOpen(bill) ? bill : notice('This bill is closed', describeStatus(bill.status, 'en'), 409);
  }

  return {
    async show(request) {
      const bill = open(request);
      return bill instanceof Response ? bill : billPage(bill, options, request.url);
    },
    async press(request) {
      const bill = open(request);
      if (bill instanceof Response) return bill;
      const pressed = (await readForm(request)).get('action');
      const button = buttons.find(({ action }) => action === pressed);
      if (!button) return notice('Unknown action', '', 400);
      return leaveFor(journey(bill, button.action));
    },
  };
}

/** Signature, transaction, merchant and bill number must all belong together (Faspay reference §2.4). */
function billOf(request: Request, options: FaspayOptions, bills: Bills): Bill | undefined {
  const { pathname, searchParams } = new URL(request.url);
  const billNo = searchParams.get('bill_no') ?? '';
  if (billNo.length > options.inquiryBillNumberLength || searchParams.get('merchant_id') !== options.merchantId)
    return undefined;
  if (!isSignature(pathname.split('/').at(-1) ?? '', sign(options, billNo))) return undefined;
  return bills.find(searchParams.get('trx_id') ?? '', billNo);
}

function billPage(bill: Bill, options: FaspayOptions, url: string): Response {
  const { pathname, search } = new URL(url);
  return pageResponse({
    brand,
    title: bill.description,
    facts: [
      ['Total', formatRupiah(bill.amount)],
      ['Merchant', options.merchantName],
      ['Bill number', bill.billNo],
      ['Customer', bill.customerName],
    ],
    postTo: `${pathname}${search}`,
    actions: buttons,
  });
}

function notice(title: string, text: string, status: number): Response {
  return pageResponse({ brand, title, facts: [], ...(text && { notice: text }), postTo: '', actions: [] }, status);
}

/** The next site must not learn this page's address: it holds the signature. */
function leaveFor(url: string): Response {
  return new Response(null, { status: 302, headers: { location: url, 'referrer-policy': 'no-referrer' } });
}
