import type { ErrorText } from '../error-text.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

const name = (value: unknown): string => quote(String(value));
const text = (value: unknown): string => String(value);
/** By its name where somebody looks for it on the disk. */
const fileOf = (d: Readonly<Record<string, unknown>>): string =>
  d.file === undefined ? 'Het bestand' : `Het bestand ${quote(String(d.file))}`;

/** Wat er mis is met documenten bij inschrijvingen. */
export const documentErrors = {
  'too-many-documents': (d) =>
    `Bij ${name(d.bid)} staan al ${text(d.most)} documenten. Verwijder er eerst een, of voeg bestanden samen.`,
  'document-already-there': () => 'Dit bestand staat al bij deze inschrijving. Kies een ander bestand.',
  'document-not-there': () => 'Dit document is er niet meer. Laad de pagina opnieuw.',
  'documents-not-sealed': () =>
    'Deze aanbesteding vraagt geen prijzen. Voeg het document gewoon toe bij de inschrijving.',
  'nothing-sealed': (d) => `Van ${name(d.bid)} is geen prijsdocument in bewaring.`,
  'document-type-unknown': () =>
    'Dit soort bestand kan niet worden toegevoegd. Gebruik PDF, Word (docx), Excel (xlsx), ODT, ODS, PNG, JPG, TXT of CSV.',
  'document-type-differs': (d) =>
    d.type === 'txt' || d.type === 'csv'
      ? 'Dit bestand is geen leesbare tekst. Bewaar het opnieuw als tekst in UTF-8, of maak er een PDF van.'
      : 'De inhoud van dit bestand past niet bij de naam. Bewaar het opnieuw als het soort dat de naam zegt, of maak er een PDF van.',
  'document-empty': () => 'Dit bestand is leeg. Kies een ander bestand.',
  'document-too-large': (d) =>
    `Dit bestand is groter dan ${format.size(Number(d.maximum))}. Maak het kleiner of splits het, en voeg het opnieuw toe.`,
  'document-missing': (d) =>
    `${fileOf(d)} ontbreekt. Meld het aan de beheerder, die het terugzet uit een reservekopie.`,
  'document-length-differs': (d) =>
    `${fileOf(d)} is langer of korter dan toen het binnenkwam. Meld het aan de beheerder, die het terugzet uit een reservekopie.`,
  'document-changed': (d) =>
    `${fileOf(d)} is gewijzigd nadat het binnenkwam. Meld het aan de beheerder, die het terugzet uit een reservekopie.`,
  'storage-full': () =>
    'De schijf van de server is bijna vol. Meld het aan de beheerder en probeer het daarna opnieuw.',
  'too-many-uploads': () =>
    'Er komen al andere bestanden van u binnen. Wacht tot die klaar zijn en probeer het opnieuw.',
} satisfies Readonly<Record<string, ErrorText>>;
