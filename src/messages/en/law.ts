import type { law as nl } from '../nl/law.ts';
import { quote, sentence } from '../sentence.ts';

/** The legal frame: which rule holds where, and how sure that is. */
export const law: typeof nl = {
  title: 'The legal frame',
  lead: 'The procedure decides which rules follow from the law, which from the national contract standards and which only from your own documents. Choose your procedure and read them, with source and date.',
  noLawyer:
    'Gunwijzer advises and is no lawyer. Put a decision that rests on a rule before your own lawyer. Mind the rules that were not read in the text itself.',
  chooser: 'Choose a procedure',
  procedure: 'Procedure',
  allProcedures: 'All procedures side by side',
  submit: 'Show',
  unknownProcedure: (value) => `${quote(value)} is not a procedure in this list. Choose again.`,
  procedures: {
    'sas-with-emvi': 'SAS with EMVI',
    'sas-without-emvi': 'SAS without EMVI',
    open: 'Open procedure',
    restricted: 'Restricted procedure',
    'open-house': 'Open house',
  },
  abbreviations:
    'SAS stands for social and other specific services, EMVI for the economically most advantageous bid. CSW are the national contract standards.',
  notRanked: 'Gunwijzer does not rank here',
  notRankedWhy:
    'To rank is to hold bids against each other. In open house that is not done. If you do want to compare, choose another procedure.',
  sideBySide: 'All procedures side by side',
  sideBySideLead:
    'This shows what changes when you choose another procedure. Choose one above for the rules themselves.',
  sideBySideCaption: 'What each rule is, per procedure',
  rule: 'Rule',
  subject: 'Subject',
  asks: 'What the rule asks',
  asked: 'What held then',
  source: 'Source',
  standings: {
    statutory: {
      short: 'Statutory',
      title: 'Statutory',
      meaning:
        'In this procedure these rules follow from the law or from judgments. They hold even if your documents do not state them.',
      none: 'No rule follows from the law here.',
    },
    'contract-standard': {
      short: 'Contract standard',
      title: 'Contract standard',
      meaning:
        'The national contract standards (CSW) ask this. The rules bind you because your tender documents take them over.',
      none: 'No rule follows from the contract standards here.',
    },
    'own-documents': {
      short: 'Own documents',
      title: 'Own documents',
      meaning: 'This follows only from what you announce yourself. If it is in your documents, you keep to it.',
      none: 'No rule follows from own documents alone here.',
    },
    unsettled: {
      short: 'Not settled',
      title: 'Not settled for this procedure',
      meaning:
        'Whether these rules follow from the law in this procedure was not checked. Ask your lawyer, or put them in your documents.',
      none: 'Of every rule it is settled what it is here.',
    },
    'does-not-hold': {
      short: 'Does not hold',
      title: 'Does not hold here',
      meaning: 'These rules do not fit this procedure.',
      none: 'Every rule can hold here.',
    },
  },
  jumpLabel: 'Jump to',
  jump: (standing, rules) => `${standing} (${rules})`,
  rulesCaption: (standing, procedure) => `${standing}: the rules for ${quote(procedure)}`,
  marksTitle: 'How sure is a rule?',
  marksLead: (day) => `This is as of ${day}; the law changes. Each rule says how it was read.`,
  marks: {
    V: {
      label: 'Read in the text itself',
      meaning: 'The rule was read in the text of the law or of the contract standard.',
    },
    S: {
      label: 'From a secondary source',
      meaning: 'The rule comes from a text on the law, and not from the legal text itself.',
    },
    U: {
      label: 'Not checked',
      meaning: 'The rule is general knowledge and was not checked. Gunwijzer never calls it statutory.',
    },
  },
  basis: {
    source: (source, checked, asOf) => sentence(`Source: ${source}; ${checked.toLowerCase()} ${asOf}`),
    statutory: 'In your procedure this follows from the law.',
    'contract-standard':
      'In your procedure the national contract standards ask this. It binds you when your tender documents take it over.',
    'own-documents': 'In your procedure this holds only when your tender documents say so.',
    unsettled: 'For your procedure this is not settled.',
    'does-not-hold': 'In your procedure this does not hold.',
    'unknown-statutory': 'The rules name no procedure.',
    unknown:
      'The rules name no procedure. For social and other specific services this holds only when your tender documents say so.',
  },
  asOf: (day) => `(as of ${day})`,
  readIn: (years) => `(read in a text of ${years})`,
  sourceNotNamed: 'not recorded by name',
  formerBadge: 'No longer in force',
  formerLead: 'This is history. Use it to understand choices of then, not to decide now.',
  formerCaption: (title) => `${title}: what held then`,
  sources: 'Where does this come from?',
};
