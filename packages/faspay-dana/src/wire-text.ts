import * as v from 'valibot';

/**
 * A value as text. Faspay documents strings, and numbers have been seen; a number too large to be exact is refused, since a
 * transaction id is one.
 */
export const wireText = v.union([v.string(), v.pipe(v.number(), v.safeInteger(), v.transform(String))]);

/** {@link wireText} where Faspay may have nothing to say, which it writes as `""`, `"null"`, `null` or not at all: `""`. */
export const wireMaybe = v.pipe(
  v.nullish(wireText, ''),
  v.transform((text) => (text === 'null' ? '' : text)),
);
