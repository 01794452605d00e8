import type { Issue } from '../outcome.ts';
import { marker } from './marker.ts';

const MARK = 'bayar.ConfigError';

/**
 * The configuration cannot work. Lists every problem at once, each with field, rule and fix, and no byte of any secret.
 * Thrown while configuring; by a payment only when what chooses its acquirer names one that is not configured.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config';
  readonly issues: readonly Issue[];

  constructor(subject: string, issues: readonly Issue[]) {
    const lines = issues.map((issue) => `  ${issue.field}: ${issue.rule} ${issue.fix}`);
    super(`${subject} cannot be configured:\n${lines.join('\n')}`);
    this.issues = issues;
    marker(this, MARK);
  }

  /** Recognises the error across copies of this package. */
  static isInstance(error: unknown): error is ConfigError {
    return marker.has(error, MARK);
  }
}
