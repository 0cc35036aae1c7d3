const dutch = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });

/** "2027-03-10", as it is in the Netherlands at that moment. */
export const dateInTheNetherlands = (moment: Date): string => dutch.format(moment);

/** The day that it is in the Netherlands by this clock. */
export const todayBy = ({ clock }: { readonly clock: () => Date }): string => dateInTheNetherlands(clock());
