import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A spreadsheet program, where there is one on this machine. */
export const PROGRAMS: readonly string[] = ['soffice'].filter(
  (program) => spawnSync(program, ['--version']).status === 0,
);

/**
 * Opens files in the program and saves each in another format, with every formula worked out anew.
 * @param folder where the files come, and what the program keeps of its own
 * @param format as the program names it, such as "xlsx"
 */
export function savedBy(program: string, folder: string, format: string, files: readonly string[]): void {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), RECALCULATES);
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--convert-to', format];
  const { status, stderr } = spawnSync(program, [...options, '--outdir', folder, ...files], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** By itself it trusts what a file says that a formula comes to. */
const RECALCULATES = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;
