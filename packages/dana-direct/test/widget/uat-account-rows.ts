import { restoreBinding } from '../../src/index.ts';
import { agree, bind, device, order } from './bench.ts';
import { badSignature, declined, done, noTime, spoilt, type UatRow } from './uat-row.ts';
import { body, type Spoil, type Uat } from './uat.ts';

const token = async (uat: Uat) => {
  const { callback, state } = await agree(uat);
  return uat.dana.completeBinding(callback, { state });
};
/** Spoils the request for the one-time token, after everything before it. */
const oneTimeToken =
  (spoil?: Spoil): UatRow['run'] =>
  async (uat) => {
    const [binding, payment] = [await bind(uat), await order(uat)];
    if (spoil !== undefined) uat.spoilNext(spoil);
    return uat.dana.payBound(payment, binding, device);
  };

export const accounts: readonly UatRow[] = [
  { id: 'ApplyToken success', run: token, answers: [200, '2007400', 'Successful'], outcome: done },
  {
    id: 'ApplyToken used code',
    run: async (uat) => {
      const { callback, state } = await agree(uat);
      await uat.dana.completeBinding(callback, { state });
      return uat.dana.completeBinding(callback, { state });
    },
    answers: [401, '4017400', 'Unauthorized. Auth Code Used'],
    outcome: { kind: 'declined', decline: { message: 'Unauthorized. Auth Code Used' } },
  },
  {
    id: 'ApplyToken bad signature',
    run: spoilt(badSignature, token),
    answers: [401, '4017400', 'Unauthorized. Invalid Signature'],
    outcome: { kind: 'declined', decline: { message: 'Unauthorized. Invalid Signature' } },
  },
  { id: 'ApplyOtt success', run: oneTimeToken(), answers: [200, '2004900', 'Successful'], outcome: done },
  {
    id: 'ApplyOtt format',
    run: oneTimeToken(body((text) => text.replace('["OTT"]', '["OTTasd!#$"]'))),
    answers: [400, '4004901', 'Invalid Field Format userResources'],
    outcome: declined('invalid-request'),
  },
  {
    id: 'ApplyOtt mandatory',
    run: oneTimeToken(noTime),
    answers: [400, '4004902', 'Invalid Mandatory Field X-TIMESTAMP'],
    outcome: declined('invalid-request'),
  },
  {
    id: 'ApplyOtt signature',
    run: oneTimeToken(badSignature),
    answers: [401, '4014900', 'Unauthorized. Invalid Signature'],
    outcome: declined('authentication'),
  },
  {
    id: 'ApplyOtt unknown token',
    run: async (uat) => {
      const { clientId } = uat.simulator.dana.credentials;
      const accessToken = '388b09b3-f7b1-40fc-9923-461118f42358';
      const foreign = restoreBinding({ accessToken, clientId, environment: 'sandbox' });
      return uat.dana.payBound(await order(uat), foreign, device);
    },
    answers: [401, '4014902', 'Invalid Customer Token'],
    outcome: declined('expired'),
  },
  {
    id: 'AccountUnbindSuccess',
    run: async (uat) => uat.dana.unbind(await bind(uat), device),
    answers: [200, '2000900', 'Successful'],
    outcome: done,
  },
];
