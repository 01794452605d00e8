/**
 * A second sentence for the message that no bill has a number: that of the bill which has it and a letter more, as those of
 * merchants who make bill numbers from their references. Empty where there is none.
 */
export function nearBill(reference: string, numbers: readonly string[]): string {
  const near = numbers.filter((number) => number.slice(0, -1) === reference && /[A-Za-z]$/.test(number)).at(-1);
  return near === undefined ? '' : `. There is ${near}: Faspay knows bill numbers, not the shop's references`;
}
