import type { Hono } from 'hono';
import { readForm } from '../body.ts';
import { pageResponse, redirectTo } from '../page.ts';
import type { HostedPage } from '../page.ts';
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
    router.get(path, (c) => {
      const url = new URL(c.req.url);
      const request = parseBindingRequest(url, options);
      if (typeof request === 'string') return pageResponse(refusalPage(request), 400);
      return pageResponse(consentPage(request, url));
    });
    router.post(path, async (c) => {
      const problem = parseBindingRequest(new URL(c.req.url), options);
      if (typeof problem === 'string') return pageResponse(refusalPage(problem), 400);
      const action = (await readForm(c.req.raw)).get('action');
      if (action !== 'approve' && action !== 'deny') return pageResponse(refusalPage('There is no such button.'), 400);
      return redirectTo(desk[action](c.req.url));
    });
  }
}

function consentPage(request: BindingRequest, url: URL): HostedPage {
  return {
    brand,
    title: 'Connect your DANA account',
    facts: [
      ['Account', request.phone ?? defaultPhone],
      ['Allows', request.scopes.join(', ')],
    ],
    postTo: url.pathname + url.search,
    actions: [
      { action: 'approve', label: 'Agree', kind: 'primary' },
      { action: 'deny', label: 'Refuse', kind: 'plain' },
    ],
  };
}

function refusalPage(notice: string): HostedPage {
  return { brand, title: 'Connect your DANA account', facts: [], notice, postTo: '', actions: [] };
}
