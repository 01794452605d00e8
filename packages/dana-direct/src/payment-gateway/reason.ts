import type { Issue } from '@bayar/core';

const MAX_LENGTH = 256;

/** A reason is optional, and free text of a length DANA limits. */
export function checkReason(reason: string | undefined): readonly Issue[] {
  if (reason === undefined || (reason !== '' && reason.length <= MAX_LENGTH)) return [];
  return [
    {
      field: 'reason',
      rule: `must be text of 1 to ${String(MAX_LENGTH)} characters.`,
      fix: 'Shorten it, or leave it out.',
    },
  ];
}
