/** Een aanbesteding beginnen. */
export const newTender = {
  ownRules: 'Eigen regels, uit het bestand hieronder',
  fileNotChosen: 'Kies “Eigen regels” als dit bestand moet gelden, of laat het bestand weg.',
  rulesFile: 'Bestand met eigen regels (JSON)',
  rulesFileHint:
    'Alleen bij eigen regels. Het bestand wordt gecontroleerd en u ziet de regels in woorden voordat er iets wordt vastgelegd.',
  confirmRehearse: 'Probeer de regels eerst uit in een proefgunning',
  title: 'Nieuwe aanbesteding',
  inBrowser: 'Stel een eigen aanbesteding in de browser in, zonder bestand',
  lead: 'Kies de bekendgemaakte regels en geef de aanbesteding een titel. De regels worden in het dossier vastgelegd en veranderen daarna niet meer.',
  name: 'Titel',
  nameHint: 'Bijvoorbeeld: GON 2027, proefronde',
  rules: 'Regels',
  submit: 'Aanbesteding aanmaken',
  nameRequired: 'Vul een titel in.',
  rulesRequired: 'Kies de regels.',
};
