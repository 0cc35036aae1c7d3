/** Het kader van elke pagina. */
export const app = {
  name: 'Gunwijzer',
  skip: 'Naar de inhoud',
  navigation: 'Hoofdmenu',
  breadcrumbs: 'Kruimelpad',
  languageSwitch: 'Taal',
  signOut: 'Uitloggen',
  demo: 'Demonstratie: alle inschrijvers, scores en personen zijn fictief. Iedereen kent de wachtwoorden van de demo-accounts.',
  footer: 'Gunwijzer adviseert en rekent na. Het besluit neemt de gemeente.',
  home: 'Overzicht',
  accounts: 'Accounts',
  newTender: 'Nieuwe aanbesteding',
  errorPrefix: 'Fout: ',
  errorSummary: 'Er ging iets mis. Controleer het volgende:',
  mayStayEmpty: '(mag leeg blijven)',
  fillInAll: 'Vul alles in.',
  fillInMost: 'Vul alles in, tenzij er iets anders bij staat.',
};
