import { quote } from '../sentence.ts';

/** Het logboek. */
export const log = {
  title: 'Logboek',
  lead: 'Elke gebeurtenis in dit dossier, in volgorde. Niets wordt gewijzigd of verwijderd; een correctie is een nieuwe gebeurtenis.',
  caption: 'Gebeurtenissen in dit dossier',
  seq: 'Nr.',
  at: 'Wanneer',
  actor: 'Wie',
  event: 'Gebeurtenis',
  hash: 'Hash',
  head: 'Hash van de laatste gebeurtenis',
  page: (page: number, pages: number) => `Pagina ${page} van ${pages}`,
  newer: 'Nieuwere gebeurtenissen',
  older: 'Oudere gebeurtenissen',
  details: 'Inhoud',
  closed:
    'De inhoud van sommige gebeurtenissen is nog niet te zien. Een hash kan de inhoud verraden en is er daarom ook pas later.',
  closedUntil: (phase: string) => `Inhoud te zien vanaf de fase ${quote(phase)}`,
  hashLater: 'nog niet te zien',
  types: {
    'rules-published': 'Regels bekendgemaakt',
    'assessor-appointed': 'Beoordelaar aangewezen',
    'auditor-named': 'Auditor kijkt mee',
    'auditor-released': 'Auditor kijkt niet meer mee',
    'bid-registered': 'Inschrijving vastgelegd',
    'assessment-opened': 'Beoordeling geopend',
    'assessment-saved': 'Concept opgeslagen',
    'assessment-submitted': 'Beoordeling ingediend',
    'consensus-opened': 'Consensusronde geopend',
    'consensus-recorded': 'Consensusscore vastgelegd',
    'quality-closed': 'Kwaliteitsronde gesloten',
    'price-recorded': 'Prijs vastgelegd',
    'bid-set-aside': 'Inschrijving terzijde gelegd',
    'draw-recorded': 'Loting vastgelegd',
    'award-computed': 'Gunning berekend',
  },
};
