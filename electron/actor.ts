import type { Store } from '#db/store.ts';
import { firstUserId, personNamed, userWithId } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import type { Installation } from './installation.ts';

/** Who acts now; null while nobody is named yet, which the log writes as *system*. */
export type ActorRef = { readonly personId: string | null };

/**
 * The actor of this process: the person that `as` names (fixed for the process), else the one chosen on this installation,
 * else the workspace's first user. Looked up at every use, because the choice can change while the program runs.
 * Throws `not-found` where `as` names nobody.
 */
export function actorOf(store: Store, installation: Installation, as: string | null): ActorRef {
  const fixed = as === null ? null : actingPerson(store, as);
  return {
    get personId() {
      if (fixed !== null) return fixed;
      return store.read((reader) => {
        const chosen = installation.personFor(store.file);
        return (chosen === null ? null : userWithId(reader, chosen)) ?? firstUserId(reader);
      });
    },
  };
}

function actingPerson(store: Store, name: string): string {
  const found = store.read((reader) => personNamed(reader, name));
  if (found === null) {
    throw new ParleyError('not-found', `There is no person named ${name} in this workspace.`, { details: [{ path: '--as', message: 'Unknown person' }] });
  }
  return found;
}
