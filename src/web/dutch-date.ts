const dutch = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });

/** "2027-03-10", as it is in the Netherlands at that moment. */
export const dateInTheNetherlands = (moment: Date): string => dutch.format(moment);
