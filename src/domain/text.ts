import { z } from 'zod';

/**
 * The characters that may stand in texts of a dossier: every letter of the European languages (Latin, Greek, Cyrillic),
 * digits, punctuation and a few signs. Whatever is accepted here can be drawn in the PDF; test/reports checks it
 * against the fonts. A line break is allowed, other control characters are not.
 */
export const SUPPORTED_CHARACTERS =
  '\\n\\u0020-\\u007e\\u00a0-\\u017f\\u0218-\\u021b\\u0386-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ce\\u0400-\\u045f' +
  '\\u1e9e\\u1ea0-\\u1ef9\\u2010-\\u2015\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122' +
  '\\u2190-\\u2193\\u2212\\u2260\\u2264\\u2265';

const UNSUPPORTED = new RegExp(`[^${SUPPORTED_CHARACTERS}]`, 'u');

/** The first character that a dossier cannot hold (an emoji, a control character, half a surrogate pair), or undefined. */
export const firstUnsupportedCharacter = (text: string): string | undefined => UNSUPPORTED.exec(text)?.[0];

/** Text for people: at least one character that is not a space, at most `maximum` characters, supported characters only. */
export const humanText = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((text) => text.trim() !== '' && !UNSUPPORTED.test(text), {
      error: (issue) => {
        const character = firstUnsupportedCharacter(String(issue.input));
        if (character === undefined) return 'empty text';
        return `unsupported character U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
      },
    });

/** A short name for use in files and addresses: lower-case letters, digits and hyphens. */
export const identifier = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'not an identifier (a-z, 0-9, -)' });

/** A text in both languages of the product. */
export const bilingualText = z.strictObject({ nl: humanText(4000), en: humanText(4000) });
export type BilingualText = z.infer<typeof bilingualText>;

/** A non-negative decimal number as text, with a point: "12", "7.5". Numbers never pass through floating point. */
export const decimalText = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, { error: 'not a decimal number' });

/** A calendar date, "2027-12-31". */
export const dateText = z.iso.date();
