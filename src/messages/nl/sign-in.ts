import { count } from './words.ts';

/** Inloggen. */
export const signIn = {
  title: 'Inloggen',
  lead: 'Log in om te beoordelen, te gunnen of te herberekenen.',
  account: 'Gebruikersnaam',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  required: (field: string) => `Vul uw ${field.toLowerCase()} in.`,
  wrong: 'De gebruikersnaam of het wachtwoord klopt niet. Probeer het opnieuw.',
  wait: (n: number) =>
    `Er is te vaak een verkeerd wachtwoord ingevuld. Wacht ${n <= 90 ? count(n, 'seconde', 'seconden') : count(Math.ceil(n / 60), 'minuut', 'minuten')} en probeer het dan opnieuw.`,
  demoTitle: 'Demo-accounts',
  demoLead: (password: string) =>
    `Alle demo-accounts hebben het wachtwoord ${password}. Ze openen alleen fictieve dossiers.`,
  needed: 'Log eerst in om deze pagina te bekijken.',
};
