import * as v from 'valibot';
import { expect, inject, it } from 'vitest';
import { privateKey, readSettings } from '../src/kit/index.ts';
import locked from './vectors/protected-keys.json' with { type: 'json' };

it('a key with a passphrase is opened by Node’s crypto, and elsewhere refused with what to do', () => {
  const schema = v.object({ key: privateKey(locked.passphrase) });
  const read = () => readSettings(schema, { key: locked.pbeSha1TripleDes }, 'acquirer').key.bits;
  if (inject('implementation') === 'node') expect(read()).toBe(2_048);
  else expect(read).toThrow(/only Node can undo\. Decrypt it first: openssl pkcs8 -in key\.pem -out plain\.pem/);
});
