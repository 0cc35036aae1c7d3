import type { DocumentType } from '../../domain/tender/state/events/documents.ts';
import type { Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { format } from './words.ts';

const types: Readonly<Record<DocumentType, string>> = {
  pdf: 'PDF',
  docx: 'Word-document',
  xlsx: 'Excel-werkblad',
  odt: 'tekstdocument (ODT)',
  ods: 'rekenblad (ODS)',
  png: 'afbeelding (PNG)',
  jpg: 'foto (JPG)',
  txt: 'tekst',
  csv: 'CSV-bestand',
};

/** De documenten bij een inschrijving. */
export const documents = ({ lot }: Nouns) => ({
  title: (bidder: string) => `Documenten van ${quote(bidder)}`,
  lead: 'Wat bij deze inschrijving is ingediend. Wie deze inschrijving mag zien, kan de documenten openen.',
  heading: 'Documenten',
  none: 'Er zijn nog geen documenten.',
  caption: (bidder: string) => `Documenten van ${quote(bidder)}`,
  name: 'Document',
  what: 'Soort en grootte',
  about: 'Geldt voor',
  added: 'Toegevoegd',
  allLots: `alle ${lot.more}`,
  types,
  /** "PDF, 2,3 MB" */
  kind: (type: string, size: string) => `${type}, ${size}`,
  ofPrice: 'prijsdocument',
  /** Zolang niemand mag weten wie wie is. */
  neutral: (n: number) => `Document ${n}`,
  opensInTab: 'opent in een nieuw tabblad',
  isDownloaded: 'wordt gedownload',
  manage: (bidder: string) => `Documenten van ${quote(bidder)} toevoegen of verwijderen`,
  removedTitle: 'Verwijderde documenten',
  removed: (name: string, moment: string, why: string) => sentence(`${quote(name)}, verwijderd op ${moment}: ${why}`),
  add: {
    title: 'Document toevoegen',
    file: 'Bestand',
    hint: (most: string) =>
      `PDF, Word, Excel, ODT, ODS, PNG, JPG, TXT of CSV, ten hoogste ${most}. De naam van het bestand is te zien voor wie deze inschrijving mag zien.`,
    anonymous:
      'De beoordelaars mogen de namen van de inschrijvers nog niet weten. Zij zien een neutrale naam van het bestand. Haal zelf namen en logo’s uit het document.',
    lot: `Voor welk ${lot.one} geldt het document?`,
    submit: 'Document toevoegen',
    missing: 'Kies een bestand.',
    nameLabel: 'de naam van het bestand',
    done: 'Het document is toegevoegd.',
    remove: 'Een document verwijderen',
  },
  sealed: {
    title: (bidder: string) => `Prijsdocumenten van ${quote(bidder)}`,
    lead: 'Neem een prijsblad in bewaring. Niemand ziet het document of zijn naam tot twee personen de prijzen openen; ook u niet. Wie de server beheert, kan het lezen.',
    kept: 'Van deze inschrijving is ten minste één prijsdocument in bewaring.',
    notKept: 'Van deze inschrijving is nog geen prijsdocument in bewaring.',
    handedIn: 'in bewaring',
    add: 'Prijsdocument in bewaring nemen',
    hint: (most: string) => `PDF, Word, Excel, ODT, ODS, PNG, JPG, TXT of CSV, ten hoogste ${most}.`,
    submit: 'In bewaring nemen',
    done: 'Het prijsdocument is in bewaring.',
    caption: 'Prijsdocumenten in bewaring, per inschrijver',
    heading: 'Prijsdocumenten',
    text: 'Heeft een inschrijver zijn prijzen in een bestand ingediend? Neem dat ook in bewaring.',
    link: 'Toevoegen',
    linkFor: (bidder: string) => `Toevoegen: prijsdocument van ${quote(bidder)}`,
    remove: 'Prijsdocumenten uit de bewaring halen',
  },
  /** De bestanden van een database. */
  checked: (files: number) =>
    files === 1
      ? '1 bestand bij een inschrijving: het is nog wat het was.'
      : `${format.decimal(String(files))} bestanden bij inschrijvingen: ze zijn nog wat ze waren.`,
});
