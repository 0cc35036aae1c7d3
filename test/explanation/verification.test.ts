import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { plain } from '../../src/explanation/blocks.ts';
import { commandLine, dossierAgain, evaluationAgain, RELEASE } from '../../src/explanation/verification.ts';
import { nl } from '../../src/messages/nl.ts';

describe('how to calculate an outcome again', () => {
  it('names the release of this project', () => {
    expect(RELEASE).toBe(JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')).version);
  });

  it('gives a command that cannot fetch an unknown package, with where it works', () => {
    expect(commandLine('verify x')).toBe('npx --no gunwijzer verify x');
    const blocks = evaluationAgain(nl, 2, true);
    const texts = blocks.map((block) => ('text' in block ? plain(block.text) : ''));
    expect(texts).toContain('npx --no gunwijzer evaluate input.json --json');
    expect(texts[0]).toContain(`versie ${RELEASE} met rekenregels versie 2, nadat daar npm ci is uitgevoerd.`);
    expect(texts.at(-1)).toBe(nl.report.wholeDossier);
    expect(JSON.stringify(evaluationAgain(nl, 2, false))).not.toContain(nl.report.wholeDossier);
  });

  it('holds a dossier against the hash on paper', () => {
    expect(dossierAgain(nl, 'abc')).toContainEqual({
      kind: 'code',
      text: 'npx --no gunwijzer verify dossier.json --head abc',
    });
  });
});
