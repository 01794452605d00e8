import { ConfigError } from '@bayar/core';
import type { Office } from './office.ts';

const PAGE = 500;

/**
 * Checks, once, that every open payment's acquirer is still configured: dropping an acquirer from the configuration
 * must not drop the payments it still owes an answer for.
 */
export function readiness(office: Office, retired: readonly string[]): () => Promise<void> {
  let checked: Promise<void> | undefined;
  return () => {
    // A ledger that failed to answer is asked again; its failure is not kept.
    checked ??= check(office, retired).catch((error: unknown) => {
      checked = undefined;
      throw error;
    });
    return checked;
  };
}

async function check(office: Office, retired: readonly string[]): Promise<void> {
  const orphaned = new Set<string>();
  for (let after = ''; ;) {
    const page = await office.ledger.unsettled({ after, limit: PAGE });
    for (const { payment } of page) {
      const served = Object.hasOwn(office.acquirers, payment.acquirer) || retired.includes(payment.acquirer);
      if (!served) orphaned.add(payment.acquirer);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.reference;
  }
  if (orphaned.size === 0) return;
  const issues = [...orphaned].map((name) => ({
    field: `acquirers.${name}`,
    rule: 'has open payments but is not configured.',
    fix: 'Configure it until they are settled, or name it in retired.',
  }));
  throw new ConfigError('Payments', issues);
}
