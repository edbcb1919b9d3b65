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

/** What is wrong in the data of an act. `params.field` says where: `rows[2].installation.commune`. */
export type ActFault = JsonFault<MessageCode>;

const standInDate: CivilDate = { year: 2000, month: 1, day: 1 };

/** Reads the fields of a data file that says what an act fixes: a grid, or a convention. */
export class ActFields extends JsonFields<MessageCode> {
  constructor() {
    super({
      notRecord: "grid-not-a-record",
      unknownKey: "grid-unknown-key",
      missingKey: "grid-missing-key",
      notText: "grid-bad-text",
    });
  }

  /** Returns what was read, or all its faults. */
  result<T>(read: T): Result<T, readonly ActFault[]> {
    return this.faults.length > 0 ? failure(this.faults) : success(read);
  }

  /** Returns a day; null with its fault told, or when the key is missing, which `record` has told. */
  date(data: JsonObject, key: string, place = ""): CivilDate | null {
    const raw = data[key];
    if (raw === undefined) return null;
    const date = typeof raw === "string" ? parseIsoDate(raw) : null;
    if (date === null) this.fail("grid-bad-date", inside(place, key), raw);
    return date;
  }

  /** Returns a day that must be there; a stand-in when it is none. */
  requiredDate(data: JsonObject, key: string, place = ""): CivilDate {
    return this.date(data, key, place) ?? standInDate;
  }

  /** Returns a code of the form that `isOne` knows; its fault is told when it is of another. */
  code(data: JsonObject, key: string, place: string, isOne: (text: string) => boolean): string {
    const code = this.text(data, key, place);
    if (code !== "" && !isOne(code)) this.fail("grid-bad-code", inside(place, key), code);
    return code;
  }

  /** Reads each item of a list that has some at least. */
  items<T>(data: JsonObject, key: string, place: string, read: (item: unknown, place: string) => T): T[] {
    const raw = data[key];
    if (Array.isArray(raw) && raw.length === 0) this.fail("grid-no-rows", inside(place, key), raw);
    return this.list(data, key, place, "grid-no-rows", read);
  }

  /** Returns the days that an act applies on, `from` to `to`. */
  period(data: JsonObject, place = ""): { readonly from: CivilDate; readonly to: CivilDate } {
    const [from, to] = [this.date(data, "from", place), this.date(data, "to", place)];
    if (from !== null && to !== null && compareDates(from, to) > 0)
      this.fail("grid-dates-reversed", inside(place, "to"), data["to"]);
    return { from: from ?? standInDate, to: to ?? standInDate };
  }
}
