import type { Rule } from './restrictions.ts';

const NAMED = String.raw`/(?:signature|digest|hmac|mac|hash)$/i`;
const MADE = String.raw`/(?:sha\d+|md5|hmac|digest|hash)/i`;

function holdsDigest(side: 'left' | 'right'): string[] {
  return [
    `[${side}.name=${NAMED}]`,
    `[${side}.property.name=${NAMED}]`,
    `[${side}.callee.name=${MADE}]`,
    `[${side}.argument.callee.name=${MADE}]`,
  ];
}

const NO_DIGEST_COMPARED = {
  selector: [
    'BinaryExpression[operator=/^[!=]==?$/]',
    `:matches(${[...holdsDigest('left'), ...holdsDigest('right')].join(', ')})`,
    // Asking whether there is one at all compares nothing secret.
    ":not([left.type='Literal'], [right.type='Literal'])",
    // The type is asked too: a name that is missing compares as 'undefined'.
    ":not([left.type='Identifier'][left.name='undefined'], [right.type='Identifier'][right.name='undefined'])",
  ].join(''),
  message: 'Compare digests as bytes, in constant time.',
};

const NO_AMBIENT_TIME = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Ask the injected clock.',
};

/** Time a test could not own: alone, for the sandboxes, whose signatures guard nothing. */
export const timeRules: Readonly<Record<string, Rule>> = {
  'no-restricted-syntax': ['error', NO_AMBIENT_TIME],
};

/** Comparing digests in the open. */
export const digestRules: Readonly<Record<string, Rule>> = {
  'no-restricted-syntax': ['error', NO_DIGEST_COMPARED],
};

/** Time and chance that a test could not own, and comparing digests in the open. */
export const ambientRules: Readonly<Record<string, Rule>> = {
  'no-restricted-syntax': ['error', NO_DIGEST_COMPARED, NO_AMBIENT_TIME],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Ask the injected clock.' },
    { object: 'Math', property: 'random', message: 'Ask the injected random source.' },
  ],
};
