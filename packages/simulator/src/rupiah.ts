/** Sen as an Indonesian reader expects them: `Rp 15.000,00`. */
export function formatRupiah(sen: number): string {
  const whole = String(Math.trunc(sen / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `Rp ${whole},${String(sen % 100).padStart(2, '0')}`;
}
