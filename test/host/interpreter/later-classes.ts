import { readApiSet } from "./api-set";
import type { ClassSchema, Schema } from "./schema";

/**
 * What the library that npm has does not know, and later ones do: the notes of a sheet, of ExcelApi 1.18 (reference). A page gets them
 * by `laterLibrary`.
 */
export function withLaterClasses(schema: Schema): Schema {
  const notes = { name: "notes", wireName: "Notes", className: "NoteCollection", need: readApiSet("ExcelApi", "1.18") };
  const sheet = schema.get("Worksheet")!;
  const withNotes = (known: ClassSchema["navigations"], key: string) => new Map(known).set(key, notes);
  return new Map(schema)
    .set("Worksheet", {
      ...sheet,
      navigations: withNotes(sheet.navigations, notes.name),
      wireNavigations: withNotes(sheet.wireNavigations, notes.wireName),
    })
    .set("NoteCollection", { ...classNamed("NoteCollection", [], ["getCount"]), isCollection: true, itemClass: "Note" })
    .set("Note", classNamed("Note", ["content", "authorName"], ["getLocation"], "Range"));
}

const wireNameOf = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

function classNamed(
  name: string,
  scalars: readonly string[],
  methods: readonly string[],
  className: string | null = null,
): ClassSchema {
  const scalar = (one: string) => ({ name: one, wireName: wireNameOf(one), writable: false, need: null });
  const method = (one: string) => ({ ...scalar(one), className, parameters: [], writes: false });
  return {
    ...{ name, isCollection: false, itemClass: null, navigations: new Map(), wireNavigations: new Map() },
    scalars: new Map(scalars.map((one) => [one, scalar(one)])),
    wireScalars: new Map(scalars.map((one) => [wireNameOf(one), scalar(one)])),
    wireMethods: new Map(methods.map((one) => [wireNameOf(one), method(one)])),
  };
}

/**
 * A script of a page that has the library know the notes of a sheet. Their objects are those of comments, which have the same
 * members under the same names, and no id, so that they are told apart by their place in the list.
 */
export const laterLibrary = `Object.defineProperty(Excel.Worksheet.prototype, "notes", {
  get() { return OfficeExtension.BatchApiHelper.createPropertyObject(Excel.CommentCollection, this, "Notes", true, 4); },
});`;
