/** Before the operation runs, so nothing happened; or after it took effect, so the caller cannot know. */
export type FaultMoment = 'before' | 'after-commit';

/** The connection goes wrong, and the caller gets no answer or waits for one. */
export type ConnectionFault =
  /** Nobody listens. On a port, where somebody does, the connection closes without a byte. */
  | { readonly type: 'refuse' }
  /** The connection closes without a byte. */
  | { readonly type: 'drop'; readonly when: FaultMoment }
  /** As `drop`, by a TCP reset. */
  | { readonly type: 'reset'; readonly when: FaultMoment }
  /** No answer ever; it ends when the caller gives up. */
  | { readonly type: 'hang'; readonly when: FaultMoment }
  /** The operation waits on the simulator's clock, or its answer does. */
  | { readonly type: 'delay'; readonly when: FaultMoment; readonly ms: number };

/** Another answer than the acquirer's own. */
export type ReplacedAnswer =
  /** A proxy's error page; 502 unless told. */
  | { readonly type: 'html'; readonly when: FaultMoment; readonly status?: number }
  /** 200 without a body. */
  | { readonly type: 'empty'; readonly when: FaultMoment }
  /** 202, which says neither yes nor no. Faspay documents no such answer: there it has no body. */
  | { readonly type: 'in-progress'; readonly when: FaultMoment }
  /** 429, and when to come back. Nothing happened. */
  | { readonly type: 'rate-limit'; readonly retryAfterSeconds: number }
  | {
      readonly type: 'answer';
      readonly when: FaultMoment;
      readonly status: number;
      readonly body: string;
      /** `application/json` unless told. */
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** The acquirer's own answer, spoilt on its way. The operation took effect. */
export type SpoiltAnswer =
  /** The connection breaks after so many bytes of the body; after half of them unless told. */
  | { readonly type: 'truncate'; readonly bytes?: number }
  /** The body comes in pieces of so many bytes, one unless told, with a wait on the simulator's clock between them. */
  | { readonly type: 'drip'; readonly everyMs: number; readonly bytes?: number }
  /** The right body under another content type; `text/plain` unless told. */
  | { readonly type: 'content-type'; readonly contentType?: string }
  /** The right body under HTTP 409, as DOKU answers a repeated request. */
  | { readonly type: 'replay' }
  /** An answer code nobody documents. */
  | { readonly type: 'unknown-code'; readonly code?: string }
  /** A payment status nobody documents, in the answers that carry one. */
  | { readonly type: 'unknown-status'; readonly status?: string };

/** Something that befalls a call of the acquirer's API. */
export type CallFault = ConnectionFault | ReplacedAnswer | SpoiltAnswer;

/** Something that befalls a notification. */
export type NotificationFault =
  /** Delivered so many times; twice unless told. */
  | { readonly type: 'duplicate-notification'; readonly copies?: number }
  | { readonly type: 'late-notification'; readonly ms: number }
  /** Never sent, repetitions included. */
  | { readonly type: 'missing-notification' };

/** Something that befalls the customer's way back to the shop. */
export type ReturnFault =
  /** The browser is back so long before the acquirer knows what the customer did. */
  | { readonly type: 'browser-first'; readonly ms: number }
  /** The address says the opposite of what happened. DOKU's says nothing, so it cannot lie. */
  | { readonly type: 'browser-lies' };

/** Something that goes wrong. Plain JSON. */
export type Fault = CallFault | NotificationFault | ReturnFault;

/** What a fault can befall. */
export type Occasion = 'call' | 'notification' | 'return';

interface Kind {
  readonly occasion: Occasion;
  /** When it strikes, where the fault does not say. */
  readonly when?: FaultMoment;
}

/** Every fault there is. */
export const faultKinds: Readonly<Record<Fault['type'], Kind>> = {
  refuse: { occasion: 'call', when: 'before' },
  drop: { occasion: 'call' },
  reset: { occasion: 'call' },
  hang: { occasion: 'call' },
  delay: { occasion: 'call' },
  html: { occasion: 'call' },
  empty: { occasion: 'call' },
  'in-progress': { occasion: 'call' },
  'rate-limit': { occasion: 'call', when: 'before' },
  answer: { occasion: 'call' },
  truncate: { occasion: 'call', when: 'after-commit' },
  drip: { occasion: 'call', when: 'after-commit' },
  'content-type': { occasion: 'call', when: 'after-commit' },
  replay: { occasion: 'call', when: 'after-commit' },
  'unknown-code': { occasion: 'call', when: 'after-commit' },
  'unknown-status': { occasion: 'call', when: 'after-commit' },
  'duplicate-notification': { occasion: 'notification' },
  'late-notification': { occasion: 'notification' },
  'missing-notification': { occasion: 'notification' },
  'browser-first': { occasion: 'return' },
  'browser-lies': { occasion: 'return' },
};

/** When a fault of a call strikes. */
export function momentOf(fault: CallFault): FaultMoment {
  return 'when' in fault ? fault.when : (faultKinds[fault.type].when ?? 'before');
}
