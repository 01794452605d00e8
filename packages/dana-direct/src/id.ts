/** This adapter's id: the name payments keep when the acquirer is configured under no other. */
export const DANA_DIRECT = 'dana-direct';
