import type { Hono } from 'hono';
import { readForm } from '../body.ts';
import { actions, leftPage } from '../hosted-page/actions.ts';
import { pageResponse, redirectTo } from '../hosted-page/response.ts';
import type { HostedPage, Words } from '../hosted-page/hosted-page.ts';
import { brand } from './brand.ts';
import { bindingCallback, bindingPaths, parseBindingRequest } from './binding-request.ts';
import type { BindingRequest } from './binding-request.ts';
import type { CustomerAccounts } from './customer-accounts.ts';
import type { DanaOptions } from './settings.ts';

/** The sandbox's customer who agrees where the merchant names none. */
const defaultPhone = '0811742234';

/** What a customer does with a merchant's request to be bound; each answers where the browser goes next. */
export interface BindingDesk {
  readonly approve: (bindingUrl: string) => string;
  readonly deny: (bindingUrl: string) => string;
}

/** The same code path for the page's buttons and for tests. */
export function createBindingDesk(accounts: CustomerAccounts, options: DanaOptions): BindingDesk {
  const read = (bindingUrl: string): BindingRequest => {
    const request = parseBindingRequest(new URL(bindingUrl), options);
    if (typeof request === 'string') throw new Error(request);
    return request;
  };
  return {
    approve(bindingUrl) {
      const request = read(bindingUrl);
      return bindingCallback(request, accounts.issueAuthCode(request.phone ?? defaultPhone));
    },
    deny: (bindingUrl) => bindingCallback(read(bindingUrl), undefined),
  };
}

/** The page the binding address opens. */
export function routeBindingPage(router: Hono, desk: BindingDesk, options: DanaOptions): void {
  for (const path of bindingPaths) {
    router.get(path, ({ req: { raw } }) => {
      const request = parseBindingRequest(new URL(raw.url), options);
      if (typeof request === 'string') return pageResponse(refusalPage(request), raw, 400);
      return pageResponse(consentPage(request), raw);
    });
    router.post(path, async ({ req: { raw } }) => {
      const request = parseBindingRequest(new URL(raw.url), options);
      if (typeof request === 'string') return pageResponse(refusalPage(request), raw, 400);
      const action = (await readForm(raw)).get('action');
      if (action === 'close') return pageResponse(leftPage(consentPage(request)), raw);
      if (action === 'approve' || action === 'deny') return redirectTo(desk[action](raw.url));
      return pageResponse(refusalPage({ en: 'There is no such button.', id: 'Tombol itu tidak ada.' }), raw, 400);
    });
  }
}

const title = { en: 'Connect your DANA account', id: 'Hubungkan akun DANA Anda' };

function consentPage(request: BindingRequest): HostedPage {
  return {
    brand,
    title,
    notice: {
      tone: 'plain',
      text: {
        en: 'The shop asks to be paid from this account without your logging in again.',
        id: 'Toko meminta izin menerima pembayaran dari akun ini tanpa Anda masuk lagi.',
      },
    },
    facts: [
      [{ en: 'Account', id: 'Akun' }, request.phone ?? defaultPhone],
      [{ en: 'Allows', id: 'Mengizinkan' }, request.scopes.join(', ')],
      [{ en: 'Goes back to', id: 'Kembali ke' }, new URL(request.redirectUrl).host],
    ],
    actions: [
      { action: 'approve', label: { en: 'Agree', id: 'Setuju' }, kind: 'primary' },
      { action: 'deny', label: { en: 'Refuse', id: 'Tolak' }, kind: 'plain' },
      actions.close,
    ],
  };
}

function refusalPage(text: Words): HostedPage {
  return { brand, title, facts: [], notice: { tone: 'bad', text }, actions: [] };
}
