import { type Exact, exact, multiply } from '../../domain/number.ts';
import type { Messages } from '../../messages/messages.ts';

/** Amounts, shares and quarters as they are read. */

const HUNDRED = exact('100');

/** "€ 1.250.000,00" @param amount in euro, exact or as decimal text */
export const euros = (m: Messages, amount: Exact | string): string => m.following.euro(m.format.grouped(amount, 2));

/** "€ 16.800.000", for a drawing or a sum in whole euro. */
export const wholeEuros = (m: Messages, amount: Exact | string): string =>
  m.following.euro(m.format.grouped(amount, 0));

/** A share of one as a percentage with one decimal: "52,4%". */
export const percent = (m: Messages, share: Exact): string =>
  m.common.percentage(m.format.number(multiply(share, HUNDRED), 1));

/** A percentage as it was announced: "2,5%". */
export const announcedPercentage = (m: Messages, percentage: string): string =>
  m.common.percentage(m.format.decimal(percentage));

/** "kwartaal 3 van 2027" */
export const quarterInWords = (m: Messages, quarter: string): string =>
  m.following.growth.quarter(Number(quarter.slice(-1)), quarter.slice(0, 4));

/** A count with its thousands apart. */
export const counted = (m: Messages, count: number): string => m.format.grouped(String(count), 0);
