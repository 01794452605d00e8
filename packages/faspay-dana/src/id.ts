/** The adapter's id. */
export const ID = 'faspay-dana';
