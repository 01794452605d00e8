import type { Context } from '../context.ts';
import { underFaults } from '../faults/under-faults.ts';
import type { Binding, CustomerAccounts } from './customer-accounts.ts';
import { isMessage, textAt, valueAt } from './message.ts';
import type { Message } from './message.ts';
import { memberText, openApiAnswer } from './open-api.ts';
import type { ResultInfo } from './open-api.ts';
import type { DanaOptions } from './settings.ts';
import { isSignatureOf } from './signature.ts';

const path = '/dana/member/query/queryUserProfile.htm';
const name = 'dana.member.query.queryUserProfile';

const succeeded: ResultInfo = {
  resultStatus: 'S',
  resultCodeId: '00000000',
  resultCode: 'SUCCESS',
  resultMsg: 'success',
};

const refusals = {
  'not-json': failed('00000004', 'PARAM_ILLEGAL', 'The request is not readable'),
  'other-function': failed('00000004', 'PARAM_ILLEGAL', 'The function is not this one'),
  'other-client': failed('00000015', 'CLIENT_INVALID', 'Client id and secret are not known'),
  unsigned: failed('00000007', 'INVALID_SIGNATURE', 'The signature is wrong'),
  unbound: failed('00000016', 'INVALID_ACCESS_TOKEN', 'The access token is not valid'),
  'no-resource': failed('00000004', 'PARAM_ILLEGAL', 'userResources is illegal'),
};

/** Tells the merchant about a bound customer, in the envelope of the Open API (DANA reference §2.8). */
export function queryUserProfile(
  context: Context,
  options: DanaOptions,
  accounts: CustomerAccounts,
): { readonly path: string; readonly answer: (request: Request) => Promise<Response> } {
  return {
    path,
    answer: (request) =>
      underFaults(context, { name: 'queryUserProfile' }, request, async () => {
        const outcome = profileOf(await request.text(), context, options, accounts);
        const body =
          typeof outcome === 'string' ? { resultInfo: refusals[outcome] } : { resultInfo: succeeded, ...outcome };
        const { resultCode } = body.resultInfo;
        context.record({ type: 'request-answered', detail: { operation: 'queryUserProfile', resultCode } });
        return openApiAnswer(context, options, name, body);
      }),
  };
}

function profileOf(
  text: string,
  { clock }: Context,
  options: DanaOptions,
  accounts: CustomerAccounts,
): Message | keyof typeof refusals {
  const message = readEnvelope(text);
  if (message === undefined) return 'not-json';
  const head = (field: string) => textAt(message, 'request', 'head', field);
  if (head('function') !== name || head('version') !== '2.0') return 'other-function';
  if (head('clientId') !== options.clientId || head('clientSecret') !== options.clientSecret) return 'other-client';
  const signed = memberText(text, 'request') ?? '';
  if (!isSignatureOf(textAt(message, 'signature'), signed, options.merchantKeys().publicKey)) return 'unsigned';
  const binding = accounts.findByAccessToken(head('accessToken'));
  if (!binding || binding.revoked || binding.accessTokenExpiresAt <= clock.now()) return 'unbound';
  const asked = valueAt(message, 'request', 'body', 'userResources');
  if (!Array.isArray(asked) || asked.length === 0) return 'no-resource';
  const known = resourcesOf(binding, options);
  if (asked.some((type) => !Object.hasOwn(known, String(type)))) return 'no-resource';
  return { userResourceInfos: asked.map((type) => ({ resourceType: String(type), value: known[String(type)] })) };
}

function readEnvelope(text: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMessage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function failed(resultCodeId: string, resultCode: string, resultMsg: string): ResultInfo {
  return { resultStatus: 'F', resultCodeId, resultCode, resultMsg };
}

/** One invented customer; how DANA writes each value is not documented. */
function resourcesOf({ phone, publicUserId }: Binding, options: DanaOptions): Readonly<Record<string, string>> {
  const masked = phone.replace(/.(?=.{4})/g, '*');
  return {
    BALANCE: JSON.stringify({ currency: 'IDR', amount: String(options.customerBalance) }),
    TOPUP_URL: 'https://m.sandbox.dana.id/n/topup',
    TRANSACTION_URL: 'https://m.sandbox.dana.id/n/transactions',
    OTT: '',
    MASK_DANA_ID: masked,
    USER_KYC: 'KYC2',
    LOGIN_ID: phone,
    CLEAR_TEXT_DANA_ID: publicUserId,
    NICKNAME: 'Sari',
    FULLNAME: 'Sari Dewi',
    KTP_NUMBER: '3171000000000000',
    KTP_PHOTO_DATA: '',
    SELFIE_PHOTO_DATA: '',
    AVATAR_URL: 'https://m.sandbox.dana.id/avatar.png',
    MASKED_FULLNAME: 'S*** D***',
  };
}
