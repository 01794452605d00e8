import { mandatory, optional } from './fields.ts';
import type { Operation } from './operation.ts';
import { success } from './reply.ts';
import type { FaspayOptions } from './settings.ts';

const channelNames: Readonly<Record<string, string>> = {
  '302': 'LinkAja',
  '402': 'Permata Virtual Account',
  '702': 'BCA Virtual Account',
  '711': 'ShopeePay QRIS',
  '713': 'ShopeePay',
  '716': 'LinkAja App',
  '812': 'OVO',
  '814': 'Maybank2U',
  '819': 'DANA',
  '836': 'Paydia QRIS',
};

/** The name of a channel as customers know it. */
export function channelName(code: string): string {
  return channelNames[code] ?? code;
}

/** Lists the payment channels enabled for the merchant. */
export function channelInquiry(options: FaspayOptions): Operation {
  const title = options.language === 'id' ? 'Daftar Payment Channel' : 'Request List of Payment Gateway';
  return {
    name: 'channelInquiry',
    path: '/cvr/100001/10',
    title,
    fields: {
      request: optional(50),
      merchant_id: mandatory(5, 'digits'),
      merchant: optional(32),
      signature: mandatory(40, 'signature'),
    },
    signed: [],
    run: () => ({
      response: title,
      merchant_id: options.merchantId,
      merchant: options.merchantName,
      payment_channel: options.channels.map((code) => ({ pg_code: code, pg_name: channelName(code) })),
      ...success(options),
    }),
  };
}
