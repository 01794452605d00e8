import type { Finding } from '../check.ts';
import { linesOf } from '../source-file.ts';

/** Text that may not stand in the repository, and why. */
export interface TextRule {
  readonly pattern: RegExp;
  readonly problem: string;
}

// Put together from parts, so that this file does not hold what it forbids.
const word = (...parts: readonly string[]): string => parts.join('');
const SWITCHES = [
  word('eslint', '-disable'),
  word('@ts-', 'ignore'),
  word('@ts-', 'nocheck'),
  word('prettier', '-ignore'),
];
const MARKERS = [word('TO', 'DO'), word('FIX', 'ME'), word('X', 'XX'), word('HA', 'CK')];
const HOMES = ['work', 'root', 'home/[\\w.-]+', 'Users/[\\w.-]+', 'private/var', 'mnt'];
const MAKERS = [
  word('cla', 'ude'),
  word('anth', 'ropic'),
  word('chat', 'gpt'),
  word('co', 'pilot'),
  word('sub-?', 'agents?'),
];

/** The rules, for every text file. */
export const textRules: readonly TextRule[] = [
  { pattern: new RegExp(`(?:${SWITCHES.join('|')})`), problem: 'switches a gate off: mend what it found' },
  {
    pattern: new RegExp(`\\b(?:${MARKERS.join('|')})\\b(?!.*https?://)`),
    problem: 'is unfinished work without a link',
  },
  { pattern: new RegExp(`(?<![\\w.~:/-])/(?:${HOMES.join('|')})/`), problem: "is a path of somebody's machine" },
  { pattern: new RegExp(`\\b(?:${MAKERS.join('|')})\\b`, 'i'), problem: 'tells how it was made, not what it is' },
  { pattern: /^(?:<{7}|>{7}|\|{7}) /, problem: 'is a merge that was not finished' },
];

/** Every line that breaks a rule. */
export function findText(path: string, text: string, forbidden: readonly TextRule[] = textRules): Finding[] {
  return linesOf(text).flatMap((line, index) =>
    forbidden
      .map(({ pattern, problem }) => ({ found: pattern.exec(line)?.[0], problem }))
      .filter(({ found }) => found !== undefined)
      .map(({ found = '', problem }) => ({ where: `${path}:${index + 1}`, problem: `«${found}» ${problem}` })),
  );
}
