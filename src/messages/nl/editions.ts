/** Voor wie een uitgave van een dossier is. */
export const editions = {
  whole: 'het hele dossier',
  committee: 'voor de beoordelingscommissie',
  bidder: 'voor één inschrijver',
  public: 'openbaar',
};
