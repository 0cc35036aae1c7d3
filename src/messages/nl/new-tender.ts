import { quote } from '../sentence.ts';

/** Een aanbesteding beginnen. */
export const newTender = {
  title: 'Nieuwe aanbesteding',
  lead: 'Kies waarmee u begint. U kunt daarna alles instellen, stap voor stap, tot u publiceert.',
  name: 'Titel',
  nameHint: 'Bijvoorbeeld: Wmo-begeleiding 2028',
  from: 'Waarmee begint u?',
  follows: (title: string) => `Deze aanbesteding volgt uit de keuze ${quote(title)}.`,
  rules: 'Bekendgemaakte regels',
  template: 'Sjabloon',
  tender: (title: string) => `Kopie van ${quote(title)}`,
  file: 'Een bestand met regels',
  empty: 'Niets: u vult alles zelf in',
  fileField: 'Bestand met regels (JSON)',
  fileHint: 'Alleen als u met een bestand begint. Regels die u eerder hebt gedownload, of een eigen bestand.',
  setUp: 'Instellen',
  submit: 'Ongewijzigd publiceren',
  submitHint:
    'Ongewijzigd publiceren kan met bekendgemaakte regels en met een bestand. U ziet de regels eerst in woorden. Daarna worden zij in het dossier vastgelegd en veranderen zij niet meer.',
  confirmRehearse: 'Probeer de regels eerst uit in een proefgunning',
  nameRequired: 'Vul een titel in.',
  choose: 'Kies waarmee u begint.',
  notAsItIs: 'Ongewijzigd publiceren kan alleen met bekendgemaakte regels of met een bestand. Kies anders “Instellen”.',
  fileMissing: 'Kies een bestand.',
  fileNotChosen: 'Kies “Een bestand met regels” als dit bestand moet gelden, of laat het bestand weg.',
};
