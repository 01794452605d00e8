import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStreet, type Street } from './street.ts';

let street: Street;
beforeAll(async () => {
  street = await openStreet('all');
});
afterAll(() => street.close());

async function choose(fields: Record<string, string>, language = 'en'): Promise<{ status: number; said: string }> {
  const { origin } = street.shop;
  const answer = await fetch(`${origin}/settings`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin, 'accept-language': language },
    redirect: 'manual',
  });
  return { status: answer.status, said: await answer.text() };
}

describe('the settings', () => {
  it.each([{ active: 'nope' }, { active: '' }, { active: 'toString' }, {}])(
    'change nothing for %j, and say which names there are',
    async (fields) => {
      const english = await choose(fields);
      expect(english.status).toBe(422);
      expect(english.said).toContain('Nothing was changed. Please choose one of these: DANA, DOKU, Faspay.');
      expect(english.said).not.toContain('Saved');
      const indonesian = await choose(fields, 'id');
      expect(indonesian.status).toBe(422);
      expect(indonesian.said).toContain('Tidak ada yang diubah. Mohon pilih salah satu: DANA, DOKU, Faspay.');
      expect(street.shop.settings.active).toBe('DANA');
    },
  );

  it('say what was saved', async () => {
    expect(await choose({ active: 'Faspay' })).toMatchObject({ status: 303 });
    expect(street.shop.settings.active).toBe('Faspay');
    const page = await fetch(`${street.shop.origin}/settings?saved`, { headers: { 'accept-language': 'en' } });
    expect(await page.text()).toContain('Saved: new payments go through Faspay.');
  });
});
