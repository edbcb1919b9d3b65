import { civilDate, toSerial } from "../../cells";
import type { Watch } from "../port";

/** The pane that put a sheet aside, and when it last said so, `2014-11-25 14:03:59` on its own clock; blank where it had none. */
export interface Owner {
  readonly session: string;
  readonly time: string;
}

type Clock = Pick<Watch, "now">;

/** This pane, among those that have a workbook open, for as long as its page lives. */
const session = crypto.randomUUID().slice(0, 8);
const separator = "@";

/** Returns a key with whose it is, this pane's, and the time. */
export function owned(key: string, { now }: Clock): string {
  return [key, session, now?.() ?? ""].join(separator);
}

/** Returns the key that a text bears, and whose it is; null where it does not say. */
export function ownedKey(text: string): { readonly key: string; readonly owner: Owner | null } {
  const [key = "", of, time = ""] = text.split(separator);
  return { key, owner: of === undefined ? null : { session: of, time } };
}

/** Returns whether a sheet was put aside by this pane. */
export function isMine({ owner }: { readonly owner: Owner | null }): boolean {
  return owner?.session === session;
}

/**
 * Returns whether a pane gave sign of life so many minutes ago at most, on either side of this one's clock: two of them
 * do not agree. False where a time is not known.
 */
export function isFresh(owner: Owner | null, minutes: number, { now }: Clock): boolean {
  const [then, present] = [minutesOf(owner?.time ?? ""), minutesOf(now?.() ?? "")];
  return then !== null && present !== null && Math.abs(present - then) <= minutes;
}

/** Returns the minutes to a civil time from any one day; null for a text that is none. */
function minutesOf(time: string): number | null {
  const [year, month, day, hours, minutes] = (/^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)/.exec(time) ?? [])
    .slice(1)
    .map(Number);
  const date = minutes === undefined ? null : civilDate(year!, month!, day!);
  return date === null ? null : (toSerial(date) * 24 + hours!) * 60 + minutes!;
}

/** Returns the time of day so many minutes after a time, `14:13`. */
export function clockAfter({ time }: Owner, minutes: number): string {
  const ofDay = ((minutesOf(time) ?? 0) + minutes) % (24 * 60);
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
