import { mandatory, optional } from './fields.ts';
import type { FieldTable } from './fields.ts';

/** The documented fields of post data (Faspay reference §6.2). `poscode` without a "t" is the real spelling. */
export const postDataFields: FieldTable = {
  request: mandatory(50),
  merchant_id: mandatory(5, 'digits'),
  merchant: mandatory(32),
  bill_no: mandatory(32, 'bill-number'),
  bill_reff: optional(32),
  bill_date: mandatory(19, 'date'),
  bill_expired: mandatory(19, 'date'),
  bill_desc: mandatory(128),
  bill_currency: mandatory(3),
  bill_gross: optional(32, 'amount'),
  bill_tax: optional(32, 'amount'),
  bill_miscfee: optional(32, 'amount'),
  bill_total: mandatory(32, 'amount'),
  payment_channel: mandatory(32, 'digits'),
  pay_type: mandatory(2, 'digits'),
  cust_no: mandatory(32),
  cust_name: mandatory(128),
  cust_lastname: optional(128),
  bank_userid: optional(128),
  bank_user_id: optional(128),
  msisdn: mandatory(64, 'digits'),
  email: mandatory(128),
  terminal: mandatory(16, 'digits'),
  item: mandatory(0, 'items'),
  reserve1: optional(255),
  reserve2: optional(255),
  trx_source: optional(255),
  signature: mandatory(40, 'signature'),
  billing_name: optional(128),
  billing_lastname: optional(128),
  billing_msisdn: optional(64),
  ...address('billing_address'),
  receiver_name_for_shipping: optional(128),
  shipping_lastname: optional(128),
  shipping_msisdn: optional(64),
  ...address('shipping_address'),
};

function address(prefix: string): FieldTable {
  return {
    [prefix]: optional(200),
    [`${prefix}_city`]: optional(50),
    [`${prefix}_region`]: optional(100),
    [`${prefix}_state`]: optional(100),
    [`${prefix}_poscode`]: optional(10),
    [`${prefix}_country_code`]: optional(10),
  };
}
