import { hasRole, type Viewer } from '../domain/roles.ts';
import { keepsFromRegister } from '../domain/tender/access.ts';
import type { Storage } from '../storage/database.ts';
import { type Tenders, tenderKind } from './tenders.ts';

/**
 * Whether somebody may look at the register of all dossiers: an auditor, but not before the award of a tender in which he or she takes part.
 * Of a tender that cannot be read it is not known who takes part in it, but for what can be proven.
 */
export function mayViewRegister(
  { storage, tenders }: { readonly storage: Storage; readonly tenders: Tenders },
  viewer: Viewer,
): boolean {
  if (!hasRole(viewer, 'auditor') || storage.lists.isKeptFromRegister(viewer.id)) return false;
  const isAuditorOnly = viewer.roles.length === 1;
  return storage.lists
    .outdated()
    .filter((dossier) => dossier.startsWith(tenderKind.prefix))
    .map(tenders.proven)
    .every((state) => (state ? !keepsFromRegister(state, viewer.id) : isAuditorOnly));
}
