import { count } from './words.ts';

/** De eerste pagina. */
export const home = {
  title: (name: string) => `Welkom, ${name}`,
  lead: 'Hieronder staat wat u nu kunt doen.',
  todo: 'Te doen',
  nothing: 'U heeft nu niets te doen.',
  archive: 'Archief',
  dossiers: 'Aanbestedingen',
  noDossiers: 'Er zijn nog geen aanbestedingen waarbij u betrokken bent.',
  noDossiersOfficer: 'Er zijn nog geen aanbestedingen. Begin met een nieuwe.',
  open: 'Openen',
  changed: (moment: string) => `Laatst gewijzigd op ${moment}`,
  again: 'Gunning opnieuw berekenen',
  tasks: {
    declare: 'Vul uw belangenverklaring in.',
    declareAction: 'Invullen',
    proposeOpening: 'Zet de eerste stap om de prijzen te openen.',
    openPrices: 'Open de prijzen als tweede persoon.',
    openPricesAction: 'Openen',
    leadRound: 'Er loopt een herbeoordeling.',
    leadRoundAction: 'Verder',
    assess: (open: number, drafts: number) =>
      drafts === 0
        ? `Nog ${count(open, 'beoordeling', 'beoordelingen')} in te dienen.`
        : `Nog ${count(open, 'beoordeling', 'beoordelingen')} in te dienen, waarvan ${count(drafts, 'concept', 'concepten')}.`,
    assessAction: 'Verder beoordelen',
    register: 'Leg de inschrijvingen vast en wijs beoordelaars aan.',
    registerAction: 'Inschrijvingen vastleggen',
    waitForAssessors: (open: number) =>
      `De beoordelaars moeten nog ${count(open, 'beoordeling', 'beoordelingen')} indienen.`,
    progressAction: 'Voortgang bekijken',
    openConsensus: 'Alle beoordelingen zijn ingediend. U kunt de consensusronde openen.',
    openConsensusAction: 'Naar de aanbesteding',
    consensus: (open: number) => `Leg nog ${count(open, 'consensusscore', 'consensusscores')} vast.`,
    consensusAction: 'Naar de consensus',
    closeQuality: 'Alle consensusscores zijn vastgelegd. U kunt de kwaliteitsronde sluiten.',
    computeAward: 'De kwaliteitsronde is gesloten. U kunt de gunning berekenen.',
    computeAgain: 'De gunning moet opnieuw worden berekend.',
    drawAction: 'Loting vastleggen',
    awardAction: 'Gunning bekijken',
    report: 'Het beoordelingsrapport staat klaar.',
    reportAction: 'Rapport downloaden (PDF)',
    audit: 'Controleer de uitkomst met een herberekening.',
    auditAction: 'Herberekenen',
    log: 'Het logboek is in te zien.',
    logAction: 'Logboek openen',
    accounts: 'Beheer wie welke rol heeft.',
    damaged: 'Het logboek van dit dossier is gewijzigd of beschadigd.',
    accountsAction: 'Naar de accounts',
    followConsensus: 'De consensusronde is open. U kunt de scores naast elkaar zien.',
  },
};
