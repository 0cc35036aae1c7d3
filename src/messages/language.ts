/** The languages of the product, each with its notation of numbers and dates (BCP 47). */
export const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

export type Language = keyof typeof LOCALES;
export type Locale = (typeof LOCALES)[Language];
export const LANGUAGES = Object.keys(LOCALES) as readonly Language[];
