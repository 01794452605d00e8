import type { Context } from '../context.ts';
import type { Binding, CustomerAccounts } from './customer-accounts.ts';
import { Refusal } from './refusal.ts';

/** HTTP 401, case 02: Invalid Customer Token. */
export const invalidCustomerToken = (): Refusal => new Refusal(401, '02', 'Invalid Customer Token');
const tokenExpired = () => new Refusal(401, '01', 'Token Expired');

/** The binding `Authorization-Customer` stands for; an unbound or unknown token is invalid, an old one expired. */
export function boundCustomer(request: Request, accounts: CustomerAccounts, { clock }: Context): Binding {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('Authorization-Customer') ?? '')?.[1];
  const binding = token === undefined ? undefined : accounts.findByAccessToken(token);
  if (!binding || binding.revoked) throw invalidCustomerToken();
  if (binding.accessTokenExpiresAt <= clock.now()) throw tokenExpired();
  refuseAbnormalCustomer(binding.phone);
  return binding;
}

/** Test customers of the sandbox whose account does not behave (DANA reference §7.3). */
function refuseAbnormalCustomer(phone: string): void {
  if (phone === '0855100800') throw new Refusal(403, '05', 'Do Not Honor');
  if (phone === '08551003634') throw tokenExpired();
  if (phone === '081298055132') throw new Refusal(500, '01', 'Internal Server Error');
}
