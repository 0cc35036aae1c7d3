import { quote } from '../sentence.ts';

/** Vertrouwelijke passages in een tekst over een inschrijving. */
export const confidential = {
  said: (passage: string) => `[vertrouwelijk: ${passage}]`,
  leftOut: '[vertrouwelijk]',
  hint: 'Zet wat andere inschrijvers niet mogen lezen tussen dubbele haken: [[zo]].',
  mark: 'Vertrouwelijk',
  markFor: (what: string) => `De gekozen tekst bij ${quote(what)} vertrouwelijk maken`,
  faults: {
    'not-closed': (what: string) =>
      `In ${quote(what)} begint een vertrouwelijke passage met [[ die niet eindigt. Zet ]] achter de passage.`,
    'not-opened': (what: string) =>
      `In ${quote(what)} eindigt een vertrouwelijke passage met ]] die niet begint. Zet [[ voor de passage.`,
    'nothing-marked': (what: string) =>
      `In ${quote(what)} staat niets tussen [[ en ]]. Zet er de vertrouwelijke passage tussen of haal de haken weg.`,
  },
};
