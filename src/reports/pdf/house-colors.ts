import { color } from './theme.ts';

/** Least contrast of text with what it stands on (WCAG 2.1, success criterion 1.4.3), and of a bar with its track (1.4.11). */
const TEXT = 4.5;
const BAR = 3;

/** Whether white text can be read on a colour, and text of that colour on white. @param accent "#1b4f72" */
export const isReadable = (accent: string): boolean => contrast(accent, color.white) >= TEXT;

/**
 * What is painted in place of the accent of the theme and of its tints. Tints give way to white as far as what stands on them asks.
 * @param accent for which {@link isReadable}
 */
export function houseColors(accent: string): ReadonlyMap<string, string> {
  return new Map([
    [color.accent, accent],
    [color.accentSoft, tint(accent, [0.7, 0.8, 0.9, 1], (soft) => contrast(soft, color.track) >= BAR)],
    [color.tint, tint(accent, [0.08, 0.06, 0.04, 0.02, 0], (light) => contrast(light, accent) >= TEXT)],
    [color.onAccent, tint(accent, [0.18, 0.12, 0.06, 0], (light) => contrast(light, accent) >= TEXT)],
  ]);
}

/** The first of these shares of a colour in white that does. */
function tint(accent: string, shares: readonly number[], does: (mixed: string) => boolean): string {
  const mixed = shares.map((share) => hex(channels(accent).map((one) => 255 - (255 - one) * share)));
  return mixed.find(does) ?? mixed.at(-1)!;
}

const channels = (given: string): number[] => [1, 3, 5].map((at) => Number.parseInt(given.slice(at, at + 2), 16));

const hex = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Of two colours, from 1 to 21 (WCAG 2.1, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Relative luminance (WCAG 2.1). */
function luminance(given: string): number {
  const [red, green, blue] = channels(given).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
