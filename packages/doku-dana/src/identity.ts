/** The adapter's id. */
export const DOKU_DANA = 'doku-dana';

/** DOKU's name of the DANA channel in its SNAP interface. */
export const CHANNEL = 'EMONEY_DANA_SNAP';
