/** How people write an amount: "125000", "125.000,50", "125 000,50", "125,000.50". */
const PLAIN = /^\d{1,12}$/;
const WITH_POINT = /^(\d{1,12}|\d{1,3}(,\d{3}){1,3})\.\d{1,6}$/;
const WITH_COMMA = /^(\d{1,12}|\d{1,3}(\.\d{3}){1,3}),\d{1,6}$/;
const GROUPS = /^\d{1,3}(([.,])\d{3})(\2\d{3}){1,2}$/;
/** "125.000" is a hundred and twenty-five thousand to one reader, and a hundred and twenty-five to another. */
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads an amount of zero or more, with at most six decimals.
 * @param text as it was typed
 * @returns decimal text with a point; `ambiguous` where a point or comma can stand for thousands and for decimals; undefined for no amount
 */
export function readAmount(text: string): { readonly amount: string } | 'ambiguous' | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  if (EITHER.test(plain)) return 'ambiguous';
  if (PLAIN.test(plain)) return { amount: plain };
  if (WITH_POINT.test(plain)) return { amount: plain.replaceAll(',', '') };
  if (WITH_COMMA.test(plain)) return { amount: plain.replaceAll('.', '').replace(',', '.') };
  return GROUPS.test(plain) ? { amount: plain.replace(/[.,]/g, '') } : undefined;
}

/** An amount as it stands in a field: what {@link readAmount} reads as the same amount. @param amount decimal text with a point */
export function writeAmount(amount: string, decimalComma: boolean): string {
  // Three decimals would be read as thousands.
  const padded = EITHER.test(amount) ? `${amount}0` : amount;
  return decimalComma ? padded.replace('.', ',') : padded;
}
