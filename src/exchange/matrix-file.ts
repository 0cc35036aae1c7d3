import { canonicalJson, sha256 } from '../chain/canonical.ts';
import { matrixFile } from '../domain/decision-matrix/matrix-file.ts';
import { expandMatrix } from '../domain/decision-matrix/own-matrix.ts';
import type { OwnMatrix } from '../domain/decision-matrix/rules.ts';
import { parseJson } from './parse.ts';

/** A matrix of one's own with the sha256 of what it says, in whatever way it was written. */
export interface OwnMatrixRead {
  readonly rules: OwnMatrix;
  readonly sha256: string;
}

/**
 * Reads a decision matrix of one's own from a file.
 * @throws DomainError what {@link parseJson} and {@link expandMatrix} find wrong
 */
export const readMatrixFile = (text: string): OwnMatrixRead => hashed(expandMatrix(parseJson(text, matrixFile)));

export const hashed = (rules: OwnMatrix): OwnMatrixRead => ({ rules, sha256: sha256(canonicalJson(rules)) });
