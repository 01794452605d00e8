import { restoreBinding } from '../../src/index.ts';
import type { Bench } from '../uat/bench.ts';
import type { UatRow } from '../uat/row.ts';
import { spoilt, type Tampering } from '../uat/tampering.ts';
import { agree, bind, device } from './bench.ts';
import { declined, paying } from './uat-cases.ts';

const token = async (bench: Bench) => {
  const { callback, state } = await agree(bench);
  return bench.dana.completeBinding(callback, { state });
};
/** Tampers with the request for the one-time token alone. */
const oneTimeToken =
  (change: Tampering = {}): UatRow['run'] =>
  async (bench) => {
    const [binding, payment] = [await bind(bench), await paying(bench)];
    return bench.tampered(change, () => bench.dana.payBound(payment, binding, device));
  };

/** Customers' accounts: DANA reference §7.2. */
export const accountRows: readonly UatRow[] = [
  {
    id: 'ApplyToken success',
    run: token,
    answer: { http: 200, code: '2007400', message: 'Successful' },
    becomes: { kind: 'done' },
  },
  {
    id: 'ApplyToken used code',
    run: async (bench) => {
      const { callback, state } = await agree(bench);
      await bench.dana.completeBinding(callback, { state });
      return bench.dana.completeBinding(callback, { state });
    },
    answer: { http: 401, code: '4017400', message: 'Unauthorized. Auth Code Used' },
    becomes: { kind: 'declined', decline: { message: 'Unauthorized. Auth Code Used' } },
  },
  {
    id: 'ApplyToken bad signature',
    run: (bench) => bench.tampered(spoilt.wrongSignature, () => token(bench)),
    answer: { http: 401, code: '4017400', message: 'Unauthorized. Invalid Signature' },
    becomes: { kind: 'declined', decline: { message: 'Unauthorized. Invalid Signature' } },
  },
  {
    id: 'ApplyOtt success',
    run: oneTimeToken(),
    answer: { http: 200, code: '2004900', message: 'Successful' },
    becomes: { kind: 'done' },
  },
  {
    id: 'ApplyOtt format',
    run: oneTimeToken({ body: (text) => text.replace('["OTT"]', '["OTTasd!#$"]') }),
    answer: { http: 400, code: '4004901', message: 'Invalid Field Format userResources' },
    becomes: declined('invalid-request'),
  },
  {
    id: 'ApplyOtt mandatory',
    run: oneTimeToken(spoilt.noTimestamp),
    answer: { http: 400, code: '4004902', message: 'Invalid Mandatory Field X-TIMESTAMP' },
    becomes: declined('invalid-request'),
  },
  {
    id: 'ApplyOtt signature',
    run: oneTimeToken(spoilt.wrongSignature),
    answer: { http: 401, code: '4014900', message: 'Unauthorized. Invalid Signature' },
    becomes: declined('authentication'),
  },
  {
    id: 'ApplyOtt unknown token',
    run: async (bench) => {
      const { clientId } = bench.simulator.dana.credentials;
      const accessToken = '388b09b3-f7b1-40fc-9923-461118f42358';
      const foreign = restoreBinding({ accessToken, clientId, environment: 'sandbox' });
      return bench.dana.payBound(await paying(bench), foreign, device);
    },
    answer: { http: 401, code: '4014902', message: 'Invalid Customer Token' },
    becomes: declined('expired'),
  },
  {
    id: 'AccountUnbindSuccess',
    run: async (bench) => bench.dana.unbind(await bind(bench), device),
    answer: { http: 200, code: '2000900', message: 'Successful' },
    becomes: { kind: 'done' },
  },
];
