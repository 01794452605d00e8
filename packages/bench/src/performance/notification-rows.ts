import { median, ratio, type Taken } from './measure.ts';
import { micros, type Row } from './row.ts';

/** What is measured of DANA's notifications. */
export type DanaCase = 'dana' | 'danaFloor' | 'danaNode' | 'forged' | 'forgedNode' | 'stale' | 'malformed';

/** DANA's notifications: against the bare operations and against dana-node. */
export function danaRows(taken: Record<DanaCase, Taken>): Row[] {
  const { dana, danaFloor: floor, danaNode, forged, forgedNode, stale, malformed } = taken;
  const refusal = stale.cpu.map((value, index) => Math.max(value, malformed.cpu[index] ?? value));
  return [
    speed('DANA notification: verifying and parsing alone ÷ ours', floor, dana, {
      ...{ goal: 0.8, gate: 0.7 },
      instead: {
        bound: 0.5,
        because:
          'Some twenty microseconds go into what the floor leaves out: the time, both ways; one spelling of the signature; keys that stand twice; every field and amount; the raw answer and the key, kept for those who ask.',
      },
    }),
    speed('DANA notification: dana-node ÷ ours', danaNode, dana, {
      ...{ goal: 1, gate: 1 },
      instead: { bound: 0.6, because: 'It verifies and parses, and checks none of these: a message from 2001 passes.' },
    }),
    speed('DANA notification, forged: dana-node ÷ ours', forgedNode, forged, {
      ...{ goal: 2, gate: 2 },
      instead: {
        bound: 1.5,
        because:
          'Verifying is three quarters of it, and dana-node does that twice before it refuses: twice is all there is to win.',
      },
    }),
    speed(
      'DANA notification, stale or malformed: dana-node refusing a forged one ÷ ours',
      forgedNode,
      { ...stale, cpu: refusal },
      { goal: 5, gate: 5 },
    ),
  ];
}

/** A body that was made to take long. */
export function hostileRow({ ours, official }: Record<'ours' | 'official', Taken>): Row {
  const bounds = { goal: 1_000, gate: 1_000 };
  return speed('Hostile body of 128 KiB: dana-node ÷ ours', official, ours, bounds);
}

/** What is measured of the others'. */
export type OtherCase = 'doku' | 'dokuFloor' | 'dokuLibrary' | 'faspay' | 'faspayFloor';

/** DOKU's and Faspay's notifications. */
export function otherRows(taken: Record<OtherCase, Taken>): Row[] {
  const { doku, dokuFloor: floor, dokuLibrary, faspay, faspayFloor } = taken;
  return [
    speed('DOKU notification: verifying and parsing alone ÷ ours', floor, doku, {
      ...{ goal: 0.75, gate: 0.75 },
      instead: {
        bound: 0.4,
        because:
          'Besides what is said of DANA, a token is read: who issued it, for whom, from when and until when. The floor only verifies it.',
      },
    }),
    speed('DOKU notification: doku-nodejs-library ÷ ours', dokuLibrary, doku, {
      ...{ goal: 2, gate: 2 },
      instead: { bound: 1.5, because: 'Both verify an RSA signature, which is more than a third of ours.' },
    }),
    speed('Faspay notification: verifying and parsing alone ÷ ours', faspayFloor, faspay, {
      ...{ goal: 0.7, gate: 0.2 },
      instead: {
        bound: 0.15,
        because:
          'The floor is two hashes of a short text, some four microseconds. Every field, the amount in either unit, the time and the acknowledgement in two formats take longer than that.',
      },
    }),
  ];
}

function speed(measure: string, theirs: Taken, ours: Taken, bounds: Pick<Row, 'goal' | 'gate' | 'instead'>): Row {
  const detail = `${micros(median(theirs.cpu))} to ${micros(median(ours.cpu))}`;
  return { measure, value: ratio(theirs.cpu, ours.cpu), unit: '×', better: 'higher', ...bounds, detail };
}
