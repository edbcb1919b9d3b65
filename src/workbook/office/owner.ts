import { civilDate, toSerial } from "../../cells";
import type { Watch } from "../port";

/** The pane that owns a staging sheet, and the local time of its last mark, `2014-11-25 14:03:59`, or an empty text. */
export interface Owner {
  readonly session: string;
  readonly time: string;
}

type Clock = Pick<Watch, "now">;

/** Identifies this pane among those that have the workbook open, until its page is closed. */
const session = crypto.randomUUID().slice(0, 8);
const separator = "@";

/** Returns a key followed by this pane's identity and the time. */
export function owned(key: string, { now }: Clock): string {
  return [key, session, now?.() ?? ""].join(separator);
}

/** Returns the key in a text, and its owner; null when the text gives none. */
export function ownedKey(text: string): { readonly key: string; readonly owner: Owner | null } {
  const [key = "", of, time = ""] = text.split(separator);
  return { key, owner: of === undefined ? null : { session: of, time } };
}

/** Returns whether a sheet was put aside by this pane. */
export function isMine({ owner }: { readonly owner: Owner | null }): boolean {
  return owner?.session === session;
}

/**
 * Returns whether an owner's last mark is at most `minutes` away from this pane's clock, before or after it, since two
 * clocks differ. False when a time is unknown.
 */
export function isFresh(owner: Owner | null, minutes: number, { now }: Clock): boolean {
  const [then, present] = [minutesOf(owner?.time ?? ""), minutesOf(now?.() ?? "")];
  return then !== null && present !== null && Math.abs(present - then) <= minutes;
}

/** Returns a civil time in minutes since a fixed day; null for a text that is not one. */
function minutesOf(time: string): number | null {
  const [year, month, day, hours, minutes] = (/^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)/.exec(time) ?? [])
    .slice(1)
    .map(Number);
  const date = minutes === undefined ? null : civilDate(year!, month!, day!);
  return date === null ? null : (toSerial(date) * 24 + hours!) * 60 + minutes!;
}

/** Returns the time of day some minutes after a mark, `14:13`. */
export function clockAfter({ time }: Owner, minutes: number): string {
  const ofDay = ((minutesOf(time) ?? 0) + minutes) % (24 * 60);
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
