/** Wat er staat als een verzoek niet kan. */
export const httpErrors = {
  400: { title: 'Dit verzoek is niet te lezen', text: 'Ga terug en probeer het opnieuw.' },
  401: {
    title: 'U bent niet ingelogd',
    text: 'Wat u verstuurde, is niet verwerkt en niet bewaard. Log in en vul het daarna opnieuw in.',
  },
  403: {
    title: 'U hebt geen toegang',
    text: 'Deze pagina of handeling hoort niet bij uw rol of bij deze aanbesteding. Vraag het de voorzitter of de beheerder.',
  },
  404: {
    title: 'Pagina niet gevonden',
    text: 'Deze pagina bestaat niet of hoort niet bij een aanbesteding die u mag zien. Ga naar het overzicht.',
  },
  409: {
    title: 'Dit kan nu niet',
    text: 'De handeling past niet bij de stand van het dossier. Er is niets gewijzigd. Laad de pagina opnieuw.',
  },
  413: { title: 'Te veel gegevens', text: 'Het formulier is te groot. Er is niets gewijzigd. Vul minder tegelijk in.' },
  415: {
    title: 'Dit verzoek is niet te lezen',
    text: 'Het formulier kwam in een vorm die hier niet kan. Verstuur het vanuit uw browser. Er is niets gewijzigd.',
  },
  419: {
    title: 'Het formulier is verlopen',
    text: 'Het formulier hoort niet bij deze sessie, bijvoorbeeld omdat u intussen hebt uitgelogd of met een ander account bent ingelogd. Er is niets gewijzigd. Ga met de knop Terug naar het formulier en kopieer wat u nodig heeft. Open de pagina daarna opnieuw.',
  },
  422: { title: 'Dit klopt nog niet', text: 'Controleer wat u hebt ingevuld. Er is niets gewijzigd.' },
  429: { title: 'Te veel tegelijk', text: 'Er is niets gewijzigd. Wacht even en probeer het dan opnieuw.' },
  500: {
    title: 'Er ging iets mis',
    text: 'Er is niets gewijzigd. Probeer het opnieuw; meld het anders aan de beheerder.',
  },
};
