import { quote } from '../sentence.ts';
import { count } from './words.ts';

/** Mijn account: het eigen wachtwoord en de eigen sessies. */
export const ownAccount = {
  title: 'Mijn account',
  lead: 'Hier wijzigt u uw wachtwoord en ziet u waar u bent ingelogd.',
  password: 'Wachtwoord wijzigen',
  passwordHint: 'Daarna bent u op andere plekken uitgelogd.',
  present: 'Huidig wachtwoord',
  next: 'Nieuw wachtwoord',
  nextHint: 'Ten minste 12 tekens, bijvoorbeeld vier losse woorden. Geen veelgebruikt wachtwoord en niet uw naam.',
  again: 'Nieuw wachtwoord nog een keer',
  presentRequired: 'Vul uw huidige wachtwoord in.',
  differs: 'De twee nieuwe wachtwoorden zijn niet gelijk. Vul beide keren hetzelfde in.',
  changed: 'Uw wachtwoord is gewijzigd. Op andere plekken bent u uitgelogd.',
  sessions: 'Waar u bent ingelogd',
  caption: 'Open sessies',
  sessionsHint: 'Herkent u een sessie niet? Beëindig die en wijzig uw wachtwoord.',
  begun: 'Begonnen',
  seen: 'Laatst gezien',
  address: 'Adres',
  browser: 'Browser',
  unknownBrowser: 'onbekend',
  own: 'deze sessie',
  end: 'Beëindigen',
  endOthers: 'Alle andere sessies beëindigen',
  ended: 'De sessie is beëindigd.',
  /** Op elke pagina, tot iemand is gaan kijken. */
  othersOpen: 'U bent ook op een andere plek ingelogd.',
  othersLink: 'Bekijk en beëindig uw sessies',
};

/** Een wachtwoord instellen met een link. */
export const passwordLink = {
  title: 'Wachtwoord instellen',
  lead: (name: string) => `U stelt het wachtwoord in van het account van ${quote(name)}.`,
  submit: 'Wachtwoord instellen',
  done: 'Uw wachtwoord is ingesteld. U kunt nu inloggen.',
};

/** De sessie die bijna eindigt. */
export const session = {
  label: 'Uw sessie',
  soon: (n: number) => `U wordt over ${count(n, 'minuut', 'minuten')} uitgelogd als u niets doet.`,
  soonForGood: (n: number) =>
    `U wordt over ${count(n, 'minuut', 'minuten')} uitgelogd, omdat een sessie ten hoogste 10 uur duurt. Sla op wat u doet.`,
  over: 'U bent uitgelogd. Wat u hebt ingevuld, staat nog op deze pagina. Als u het verstuurt, wordt het bewaard tot u weer bent ingelogd.',
  stay: 'Ingelogd blijven',
};

/** Wat iemand verstuurde toen de sessie was geëindigd. */
export const kept = {
  title: 'Bewaard voor u',
  lead: 'U verstuurde dit toen uw sessie was geëindigd. Het is nog niet verwerkt. Verstuur het alsnog, of gooi het weg.',
  waiting: 'U verstuurde iets toen uw sessie was geëindigd. Dat is nog niet verwerkt.',
  look: 'Bekijken en versturen',
  none: 'Er is niets voor u bewaard.',
  at: (moment: string) => `Ingevuld op ${moment}. Het blijft een dag bewaard.`,
  send: 'Alsnog versturen',
  discard: 'Weggooien',
  discarded: 'Het formulier is weggegooid.',
  values: 'Wat u hebt ingevuld',
  scoreOf: (criterion: string) => `Score op ${quote(criterion)}`,
  foundAtOf: (criterion: string) => `Vindplaats bij ${quote(criterion)}`,
  motivationOf: (criterion: string) => `Motivering bij ${quote(criterion)}`,
  /** Waar een formulier voor is. */
  forms: {
    assessment: 'Beoordeling',
    consensus: 'Consensus',
    prices: 'Prijzen',
    bid: 'Inschrijving',
    act: 'Verbeteren of terugdraaien',
    interests: 'Belangenverklaring',
    round: 'Herbeoordeling openen',
    draw: 'Loting',
    weighing: 'Afweging',
    choice: 'Keuze',
    tender: 'Nieuwe aanbesteding',
    decision: 'Nieuwe keuze',
    plan: 'Inkoopplan',
    other: 'Formulier',
  },
  /** Op de pagina om in te loggen, nadat een formulier is bewaard. */
  signInAgain:
    'Uw sessie was geëindigd. Wat u hebt ingevuld, is bewaard. Log in met hetzelfde account; daarna kunt u het alsnog versturen.',
  signInAgainLost:
    'Uw sessie was geëindigd. Wat u verstuurde is niet verwerkt en niet bewaard: er was niets ingevuld, of het is te groot. Ga met de knop Terug van uw browser naar het formulier en kopieer wat u nodig heeft voordat u inlogt.',
  ended: 'Uw sessie is geëindigd. Log opnieuw in om verder te gaan.',
};
