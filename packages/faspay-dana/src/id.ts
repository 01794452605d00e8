/** The adapter's id. */
export const ID = 'faspay-dana';

/** Faspay's code of the DANA channel. */
export const CHANNEL = '819';
