/** A company that takes payments for the merchant, and whose sandbox is simulated here. */
export type Acquirer = 'dana' | 'doku' | 'faspay';
