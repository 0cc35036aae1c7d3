/** Teksten van het plannen van een procedure. */
export const planNl = {
  title: (model: string) => `Planning: ${model}`,
  lead: 'Vul de startdatum in en pas zo nodig de duur per stap aan. Er wordt niets opgeslagen.',
  start: 'Startdatum',
  startHint: 'Bijvoorbeeld 2027-01-04',
  startInvalid: 'Vul een bestaande datum in als jaar-maand-dag, bijvoorbeeld 2027-01-04.',
  weeks: (step: string) => `Weken voor ${step}`,
  weeksInvalid: (step: string) => `Vul bij ${step} een heel aantal weken in van 1 tot en met 260.`,
  durations: 'Duur per stap, in weken',
  durationsHint: 'De bron noemt geen duur per stap. De ingevulde weken zijn een voorbeeld van Gunwijzer.',
  submit: 'Planning maken',
  timeline: 'Tijdlijn',
  timelineText: (items: string) => `Tijdlijn van de stappen: ${items}.`,
  caption: 'Stappen met begin, einde en wie beslist',
  step: 'Stap',
  from: 'Begin',
  to: 'Einde',
  length: 'Weken',
  decides: 'Wie beslist',
  decidesNobody: 'niet genoemd in de bron',
  ends: (date: string) => `De laatste stap eindigt op ${date}.`,
  leadTime: (step: string, date: string, months: string) =>
    `De stap ${step} is klaar op ${date}. De bron noemt daarvoor ${months}.`,
  months: (minimum: number, maximum: number) =>
    minimum === maximum ? `ongeveer ${minimum} maanden` : `${minimum} tot ${maximum} maanden`,
  verdict: {
    within: 'Deze planning past bij de doorlooptijd in de bron.',
    shorter: 'Deze planning is korter dan de doorlooptijd in de bron. Controleer of de stappen haalbaar zijn.',
    longer: 'Deze planning is langer dan de doorlooptijd in de bron.',
  },
  download: 'Agenda downloaden (.ics)',
  stepText: (step: string, from: string, to: string) => `${step} van ${from} tot en met ${to}`,
};
