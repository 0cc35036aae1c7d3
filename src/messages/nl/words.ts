import { createFormat } from '../format.ts';

/** Hulpjes om zinnen te maken. */
export const format = createFormat('nl-NL', 'en');

/** "1 prijs", "2 prijzen". */
export const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** Waarop wordt afgerond. */
export const toDecimals = (n: number): string => (n === 0 ? 'een geheel getal' : count(n, 'decimaal', 'decimalen'));
