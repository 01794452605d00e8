import { linesOf } from '../source-file.ts';
import { NEUTRAL } from './arrows.ts';
import type { ArchitectureRule } from './model.ts';

// As a word of prose or as one part of a camelCase or UPPER_CASE name; not inside another word.
const LOWER = '(?<![A-Za-z])(?:dana|doku|faspay)(?![a-z])';
const TITLE = '(?:Dana|Doku|Faspay)(?![a-z])';
const UPPER = '(?<![A-Z])(?:DANA|DOKU|FASPAY)(?![A-Z])';
const NAME = new RegExp([LOWER, TITLE, UPPER].join('|'));

/** What serves every acquirer names none, in code, strings or comments. */
export const acquirerNames: ArchitectureRule = ({ files }) =>
  files
    .filter(({ folder, part }) => NEUTRAL.includes(folder) && part === 'sources')
    .flatMap(({ path, text }) =>
      linesOf(text).flatMap((line, index) => {
        const [name] = NAME.exec(line) ?? [];
        return name === undefined ? [] : [{ where: `${path}:${index + 1}`, problem: `names an acquirer: ${name}` }];
      }),
    );
