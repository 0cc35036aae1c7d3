/** Programs take no longer name of a sheet. In characters. */
const LONGEST_NAME = 31;

/**
 * Names of sheets, each once: without the characters that programs do not take, such as : \ / ? * [ and ].
 * @param taken names that are given already
 */
export function sheetNames(taken: readonly string[]): (wanted: string) => string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return (wanted) => {
    const plain = wanted
      .replace(/[:\\/?*[\]']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    let name = plain.slice(0, LONGEST_NAME).trim();
    for (let number = 2; used.has(name.toLowerCase()); number++) {
      name = `${plain.slice(0, LONGEST_NAME - ` (${number})`.length).trim()} (${number})`;
    }
    used.add(name.toLowerCase());
    return name;
  };
}
