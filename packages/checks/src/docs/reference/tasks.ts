/** What a reader wants to do, and the sources whose exports do it. */
export interface Task {
  readonly title: string;
  /** Beginnings of paths in `packages/`. */
  readonly sources: readonly string[];
}

/**
 * The reference's headings, in the order they stand in. A source belongs to the first task that names it; what a package
 * has beside is caught by the shorter paths at the end.
 */
export const TASKS: readonly Task[] = [
  {
    title: 'Set up',
    sources: [
      'payments/src/create-payments',
      'payments/src/load-payments',
      'payments/src/open-acquirer',
      'payments/src/configuration',
      'payments/src/options',
      'payments/src/acquirers',
      'payments/src/secret-references',
      'payments/src/mounts/',
      'core/src/ky',
      'dana-direct/src/dana-direct',
      'dana-direct/src/index',
      'dana-direct/src/settings',
      'dana-direct/src/sandbox-key',
      'dana-direct/src/outlet',
      'doku-dana/src/doku-dana',
      'doku-dana/src/index',
      'doku-dana/src/settings',
      'faspay-dana/src/faspay-dana',
      'faspay-dana/src/index',
      'faspay-dana/src/settings',
      'faspay-dana/src/runtime',
      'faspay-dana/src/bill-number',
      'faspay-dana/src/amount',
      'simulator/src/simulator',
      'simulator/src/merchant-settings',
      'simulator/src/clock',
      'simulator/src/send',
      'simulator/src/listen',
    ],
  },
  {
    title: 'Take payments',
    sources: [
      'core/src/payment.ts',
      'core/src/create-payment.ts',
      'payments/src/payments',
      'dana-direct/src/extra',
      'dana-direct/src/payment-gateway/method',
      'dana-direct/src/order/',
      'doku-dana/src/operations/create-payment',
      'faspay-dana/src/operations/extra',
    ],
  },
  { title: 'Count money', sources: ['core/src/money'] },
  { title: 'Did it happen?', sources: ['core/src/outcome', 'core/src/reveal', 'core/src/errors/'] },
  {
    title: 'Refund and cancel',
    sources: ['core/src/refund', 'dana-direct/src/payment-gateway/refund-options', 'dana-direct/src/late-cancel'],
  },
  {
    title: 'Hear of events',
    sources: [
      'payments/src/events',
      'core/src/inbound',
      'dana-direct/src/verifying-key',
      'faspay-dana/src/message-format',
      'faspay-dana/src/xml/',
    ],
  },
  { title: 'Bind accounts', sources: ['dana-direct/src/widget/'] },
  {
    title: 'Keep a ledger',
    sources: [
      'payments/src/ledger',
      'payments/src/memory-ledger',
      'payments/src/record',
      'payments/src/refund-record',
      'payments/src/settled',
    ],
  },
  { title: 'Know a gateway', sources: ['core/src/gateway'] },
  { title: 'Make things go wrong', sources: ['simulator/src/faults/'] },
  {
    title: 'Sign test notifications',
    sources: [
      'simulator/src/test-notifications',
      'simulator/src/tampering',
      'simulator/src/dana/test-notification',
      'simulator/src/doku/test-',
      'simulator/src/faspay/test-notification',
    ],
  },
  {
    title: 'Find out why a signature is refused',
    sources: [
      'simulator/src/signature-check',
      'simulator/src/dana/diagnosis',
      'simulator/src/doku/diagnosis',
      'simulator/src/faspay/diagnosis',
    ],
  },
  { title: 'Watch and steer', sources: ['simulator/src/control/', 'simulator/src/timeline'] },
  { title: 'Keep state', sources: ['simulator/src/state'] },
  { title: 'The sandboxes', sources: ['simulator/src/'] },
  { title: 'Name what DANA names', sources: ['dana-direct/src/vocabulary'] },
  {
    title: 'Sign and verify',
    sources: [
      'core/src/kit/crypto/',
      'core/src/kit/rsa-key',
      'core/src/kit/bytes',
      'bi-snap/src/string-to-sign',
      'bi-snap/src/headers',
      'bi-snap/src/minify',
      'bi-snap/src/access-token',
    ],
  },
  {
    title: 'Check what comes in',
    sources: [
      'core/src/kit/check-',
      'core/src/kit/setting',
      'core/src/kit/limit',
      'core/src/kit/json',
      'core/src/kit/time-window',
      'bi-snap/src/inbound',
      'bi-snap/src/amount',
    ],
  },
  { title: 'Build an adapter', sources: ['core/src/kit/', 'bi-snap/src/'] },
];

/** The heading a source's exports stand under; `undefined` when no task names it. */
export function taskOf(source: string): string | undefined {
  return TASKS.find(({ sources }) => sources.some((start) => source.startsWith(`packages/${start}`)))?.title;
}
