import { compareDates, parseIsoDate, type CivilDate } from "../cells";
import {
  failure,
  inside,
  JsonFields,
  success,
  type JsonFault,
  type JsonObject,
  type MessageCode,
  type Result,
} from "../messages";

/** A fault in the data of an act; `params.field` is its place: `rows[2].installation.commune`. */
export type ActFault = JsonFault<MessageCode>;

const placeholderDate: CivilDate = { year: 2000, month: 1, day: 1 };

/** Reads the fields of a data file about an act: a grid, or a convention. */
export class ActFields extends JsonFields<MessageCode> {
  constructor() {
    super({
      notRecord: "grid-not-a-record",
      unknownKey: "grid-unknown-key",
      missingKey: "grid-missing-key",
      notText: "grid-bad-text",
    });
  }

  /** Returns what was read, or all faults. */
  result<T>(read: T): Result<T, readonly ActFault[]> {
    return this.faults.length > 0 ? failure(this.faults) : success(read);
  }

  /** Returns a date; null when it is invalid, which is a fault, or missing, which `record` has reported. */
  date(data: JsonObject, key: string, place = ""): CivilDate | null {
    const raw = data[key];
    if (raw === undefined) return null;
    const date = typeof raw === "string" ? parseIsoDate(raw) : null;
    if (date === null) this.fail("grid-bad-date", inside(place, key), raw);
    return date;
  }

  /** Returns a mandatory date; a stand-in when it is missing or invalid. */
  requiredDate(data: JsonObject, key: string, place = ""): CivilDate {
    return this.date(data, key, place) ?? placeholderDate;
  }

  /** Returns a code; one that `isOne` rejects is a fault. */
  code(data: JsonObject, key: string, place: string, isOne: (text: string) => boolean): string {
    const code = this.text(data, key, place);
    if (code !== "" && !isOne(code)) this.fail("grid-bad-code", inside(place, key), code);
    return code;
  }

  /** Reads each item of a list; an empty list is a fault. */
  items<T>(data: JsonObject, key: string, place: string, read: (item: unknown, place: string) => T): T[] {
    const raw = data[key];
    if (Array.isArray(raw) && raw.length === 0) this.fail("grid-no-rows", inside(place, key), raw);
    return this.list(data, key, place, "grid-no-rows", read);
  }

  /** Returns the period in which an act applies, both days included. */
  period(data: JsonObject, place = ""): { readonly from: CivilDate; readonly to: CivilDate } {
    const [from, to] = [this.date(data, "from", place), this.date(data, "to", place)];
    if (from !== null && to !== null && compareDates(from, to) > 0)
      this.fail("grid-dates-reversed", inside(place, "to"), data["to"]);
    return { from: from ?? placeholderDate, to: to ?? placeholderDate };
  }
}
