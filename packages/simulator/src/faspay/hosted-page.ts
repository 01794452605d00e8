import { readForm } from '../body.ts';
import { actions, leftPage } from '../hosted-page/actions.ts';
import { facts } from '../hosted-page/facts.ts';
import { pageResponse, redirectTo } from '../hosted-page/response.ts';
import type { Brand, HostedPage, PageAction } from '../hosted-page/hosted-page.ts';
import type { Bill } from './bill.ts';
import { isClosedUnpaid, isOpen, isPaid } from './bill.ts';
import type { Bills } from './bills.ts';
import type { CustomerAction, Journey } from './journey.ts';
import type { Lifecycle } from './lifecycle.ts';
import { describeStatus } from './payment-status.ts';
import type { FaspayOptions } from './settings.ts';
import { isSignature, sign } from './signature.ts';

const brand: Brand = { name: 'Faspay · DANA', background: '#b4500b', text: '#ffffff' };

type Button = PageAction & { readonly action: CustomerAction | 'close' | 'expire' };

const { pay, cancel, abandon, fail, close, expire, payAfterExpiry } = actions;
const whileOpen: readonly Button[] = [pay, cancel, abandon, fail, close, expire, payAfterExpiry];

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
  function open(request: Request): Bill | undefined {
    const bill = billOf(request, options, bills);
    if (bill) lifecycle.expireIfDue(bill);
    return bill;
  }

  return {
    show(request) {
      const bill = open(request);
      return bill ? showBill(bill, options, request) : pageResponse(invalidLink, request, 403);
    },
    async press(request) {
      const bill = open(request);
      if (!bill) return pageResponse(invalidLink, request, 403);
      const pressed = (await readForm(request)).get('action');
      const button = buttonsOf(bill).find(({ action }) => action === pressed);
      if (!button) return showBill(bill, options, request, 400);
      if (button.action === 'close') return pageResponse(leftPage(billPage(bill, options)), request);
      if (button.action !== 'expire') return leaveFor(journey(bill, button.action));
      lifecycle.expire(bill);
      return redirectTo(request.url);
    },
  };
}

/** What a customer can still do: a closed bill can only be paid late, a paid one not at all. */
function buttonsOf(bill: Bill): readonly Button[] {
  if (isOpen(bill)) return whileOpen;
  return isClosedUnpaid(bill) ? [actions.payLate] : [];
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

function showBill(bill: Bill, options: FaspayOptions, request: Request, status = 200): Promise<Response> {
  return pageResponse(billPage(bill, options), request, isOpen(bill) ? status : 409);
}

function billPage(bill: Bill, options: FaspayOptions): HostedPage {
  const text = { en: describeStatus(bill.status, 'en'), id: describeStatus(bill.status, 'id') };
  return {
    brand,
    title: isOpen(bill) ? bill.description : { en: 'This bill is closed', id: 'Tagihan ini sudah ditutup' },
    amount: bill.amount,
    ...(!isOpen(bill) && { notice: { tone: isPaid(bill) ? 'good' : 'bad', text } }),
    facts: [
      facts.merchant(options.merchantName),
      [{ en: 'Bill number', id: 'Nomor tagihan' }, bill.billNo],
      facts.customer(bill.customerName),
      facts.payBefore(bill.expiresAt),
    ],
    actions: buttonsOf(bill),
  };
}

const invalidLink: HostedPage = {
  brand,
  title: { en: 'This link is not valid', id: 'Tautan ini tidak berlaku' },
  facts: [],
  actions: [],
};

/** The next site must not learn this page's address: it holds the signature. */
function leaveFor(url: string): Response {
  return new Response(null, { status: 302, headers: { location: url, 'referrer-policy': 'no-referrer' } });
}
