import { isExact, toFractionText } from '../domain/number.ts';

/** A value as JSON that people can read, with its exact numbers as text: "1/3". */
export const exactJson = (value: unknown): string =>
  `${JSON.stringify(value, (_, one: unknown) => (isExact(one) ? toFractionText(one) : one), 2)}\n`;
