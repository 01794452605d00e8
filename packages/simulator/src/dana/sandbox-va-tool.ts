import type { Hono } from 'hono';
import { readJson } from '../body.ts';
import { isMessage, textAt } from './message.ts';
import type { OrderDesk } from './order-desk.ts';

/** DANA's own tool for paying a virtual account in the sandbox; it asks for no signature (DANA reference §1.1). */
export function routeSandboxVaTool(router: Hono, { book, state }: OrderDesk): void {
  router.post('/merchant-portal-app/api/sandbox-tools/execute', async (c) => {
    const request = await readJson(c.req.raw);
    const account = isMessage(request) ? textAt(request, 'requestBody', 'virtualAccountNo') : '';
    const order = account === '' ? undefined : book.findBy(({ paymentCode }) => paymentCode === account);
    if (!order || !state.pay(order)) return c.json({ success: false, message: 'virtual account not payable' }, 404);
    return c.json({ success: true });
  });
}
