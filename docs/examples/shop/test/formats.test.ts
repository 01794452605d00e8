import { describe, expect, it } from 'vitest';
import { rupiah } from '@bayar/core';
import { formatRupiah, jakartaTime } from '../src/formats.ts';
import en from '../src/text/en.json' with { type: 'json' };
import id from '../src/text/id.json' with { type: 'json' };

describe('what the shop writes', () => {
  it('is the time in Jakarta, with a colon in English and with a dot in Indonesian', () => {
    const times = [en, id].map(({ locale }) => jakartaTime(locale, '2026-03-01T20:46:00Z'));
    expect(times).toEqual(['03:46 WIB', '03.46 WIB']);
    expect(jakartaTime(en.locale, '2026-03-01T17:05:00Z')).toBe('00:05 WIB');
  });

  it('is rupiah as Indonesia writes them', () => {
    expect(formatRupiah(rupiah(25_000)).replace(/\s/, ' ')).toBe('Rp 25.000');
  });
});
