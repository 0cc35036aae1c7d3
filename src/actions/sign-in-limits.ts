import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sha256 } from '../chain/canonical.ts';
import { afterFailure, DELAY_RULES, waitOf, withoutLast } from '../domain/accounts/sign-in-delay.ts';
import type { Storage } from '../storage/database.ts';
import { isPassword } from './passwords.ts';
import type { Clock } from './shelf.ts';

/** Where somebody signs in from. */
export interface Origin {
  readonly address: string;
  /** The browser in short words, for people: "Firefox, Windows". */
  readonly browser: string;
  /** What the browser keeps of an earlier visit; null when it keeps nothing. */
  readonly device: string | null;
}

/** A try that may be made. It counts as failed until it is said to have succeeded, so that a thousand at once are a thousand tries. */
export interface Try {
  readonly succeeded: () => void;
  /** It was not made after all. */
  readonly withdrawn: () => void;
}

/** Makes a try; one that could not be made is withdrawn. @throws DomainError `too-busy` */
export async function tryPassword(
  attempt: Try,
  passwordHash: string | undefined,
  typed: string,
  { address }: Origin,
): Promise<boolean> {
  try {
    return await isPassword(passwordHash, typed, address);
  } catch (error) {
    attempt.withdrawn();
    throw error;
  }
}

type Kind = keyof typeof DELAY_RULES;

/** A browser or an address is known for so long after signing in there. */
const KNOWN_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/**
 * How often a password may be tried. Tries from places where the account never signed in count together per account, so that many
 * addresses are one guesser; each known browser or address counts on its own, so that the guesser keeps nobody out; and one address that
 * tries many accounts is counted as well. Names that no account has count as accounts do: the difference is not to be seen.
 */
export function createSignInLimits(storage: Storage, clock: Clock) {
  const secret = storage.settings.secret();
  const { signIns } = storage;
  const daysAgo = (days: number): string => new Date(clock().getTime() - days * DAY_MS).toISOString();

  const counters = (name: string, isAccount: boolean, { address, device }: Origin): (readonly [Kind, string])[] => {
    const known = (place: string): boolean => isAccount && signIns.isKnown(name, place, daysAgo(KNOWN_DAYS));
    if (device !== null && known(placeOfDevice(device))) return [['known', `${name} ${placeOfDevice(device)}`]];
    const around = ['address', neighbourhood(address)] as const;
    if (known(placeOfAddress(address))) return [['known', `${name} ${placeOfAddress(address)}`], around];
    // What is typed as a name can be a password.
    const key = isAccount ? name : `? ${createHmac('sha256', secret).update(name).digest('base64url')}`;
    return [['account', key], around];
  };

  const begin = (counted: readonly (readonly [Kind, string])[]): Try | { readonly wait: number } =>
    storage.transaction(() => {
      const now = clock().getTime();
      const wait = Math.max(...counted.map(([kind, key]) => waitOf(signIns.tries(kind, key), now)));
      if (wait > 0) return { wait: Math.ceil(wait / 1000) };
      for (const [kind, key] of counted) {
        signIns.putTries(kind, key, afterFailure(DELAY_RULES[kind], signIns.tries(kind, key), now));
      }
      const takeBack = (taken: readonly (readonly [Kind, string])[]): void => {
        for (const [kind, key] of taken) {
          const tries = signIns.tries(kind, key);
          if (tries) signIns.putTries(kind, key, withoutLast(tries, clock().getTime()));
        }
      };
      return {
        succeeded: () => {
          for (const [kind, key] of counted) if (kind !== 'address') signIns.dropTries(kind, key);
          takeBack(counted.filter(([kind]) => kind === 'address'));
        },
        withdrawn: () => takeBack(counted),
      };
    });

  return {
    /**
     * Asks for a try at the password of this name, to sign in.
     * @returns the try, or how many seconds to wait for one
     */
    begin: (name: string, isAccount: boolean, origin: Origin): Try | { readonly wait: number } =>
      begin(counters(name, isAccount, origin)),

    /** The same for who is signed in as this account already; counted apart, so that signing in is not hindered by it. */
    beginInside: (account: string): Try | { readonly wait: number } => begin([['known', `${account} inside`]]),

    /** From now on this account is known to be used from here. */
    know: (account: string, { address, device }: Origin): void => {
      const now = clock().toISOString();
      for (const place of [placeOfAddress(address), ...(device === null ? [] : [placeOfDevice(device)])]) {
        signIns.know(account, place, now, daysAgo(KNOWN_DAYS));
      }
    },
  };
}

const placeOfDevice = (device: string): string => sha256(`device ${device}`);
const placeOfAddress = (address: string): string => sha256(`address ${neighbourhood(address)}`);

/** An IPv4 address; of IPv6 the first 64 bits, within which one machine takes any address it likes. */
function neighbourhood(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = '', after] = address.split('%')[0]!.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const groups = [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
