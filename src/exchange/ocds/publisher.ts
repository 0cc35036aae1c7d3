/** Who publishes: no dossier says it, so it comes from the settings of the installation. */
export interface Publisher {
  /** The contracting authority, by name; null where nobody filled it in. */
  readonly name: string | null;
  /** The prefix that the publisher registered for its contracting processes, "ocds-abc123"; null where there is none. */
  readonly prefix: string | null;
}

/** What stands where something must be filled in before a package is published. */
export const TO_FILL_IN = 'zelf invullen';
const NO_PREFIX = 'ocds-zelf-invullen';

export const ocidOf = ({ prefix }: Publisher, dossier: string): string => `${prefix ?? NO_PREFIX}-${dossier}`;

/** The places in a package, as JSON Pointers, that somebody must fill in before it is published. */
export const toComplete = ({ name, prefix }: Publisher): string[] => [
  ...(name === null ? ['/publisher/name', '/releases/0/buyer', '/releases/0/tender/procuringEntity'] : []),
  ...(prefix === null ? ['/releases/0/ocid'] : []),
];
