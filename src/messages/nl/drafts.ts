/** Wat in een formulier is getypt en nog niet verstuurd. */
export const drafts = {
  restored: (moment: string) => `Wat u op ${moment} typte en niet verstuurde, staat weer in het formulier.`,
  discard: 'Weggooien en opnieuw beginnen',
};
