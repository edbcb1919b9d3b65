import { placeKey } from "../../cells";
import { CommentTexts, noteText, plainText } from "../comment-text";
import { codeOfFault, memberOfFault } from "./excel-faults";
import { request, unlessTooLong } from "./requests";
import { idsOf, type WorkbookState } from "./workbook-state";

/** How many comments a sheet has: threads, and notes. */
export interface CommentCounts {
  readonly threads: number;
  readonly notes: number;
}

/** Texts of a sheet's comments, by `placeKey`; undefined where nobody could tell. */
type SheetComments = ReadonlyMap<number, string> | undefined;

/** Of so many, each asked for its place, a request weighs some 0.5 MB. */
const mostComments = 1000;

/** Notes of a sheet, as ExcelApi 1.18 has them: the library's types that are here know an earlier Excel. */
interface WithNotes {
  readonly notes?: Excel.CommentCollection;
}

/** Returns the notes of a sheet; null in an Excel that does not tell them, or beside a library that does not know them. */
function notesOf(worksheet: Excel.Worksheet): Excel.CommentCollection | null {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.18")) return null;
  return (worksheet as unknown as WithNotes).notes ?? null;
}

/** Queues the question of how many comments a sheet has. */
export function askCommentCounts(worksheet: Excel.Worksheet): () => CommentCounts {
  const [threads, notes] = [worksheet.comments.getCount(), notesOf(worksheet)?.getCount()];
  return () => ({ threads: threads.value, notes: notes?.value ?? 0 });
}

/** Returns whether Excel failed at comments: they may be told by no other means, and the rest may be read without. */
export function isOfComments(error: unknown): boolean {
  return codeOfFault(error) !== null && /comment|\bnote/i.test(memberOfFault(error));
}

/**
 * Reads what the comments of sheets say, in one request where there are any. `counts`: of each sheet; null where Excel would not
 * tell. More than 1,000 of them are not read.
 */
export async function readComments(
  state: WorkbookState,
  counts: readonly (CommentCounts | null)[],
): Promise<SheetComments[]> {
  const total = counts.reduce((sum, count) => sum + (count?.threads ?? 0) + (count?.notes ?? 0), 0);
  const none = counts.map((count) => (count === null ? undefined : new Map<number, string>()));
  if (total === 0) return none;
  const unknown = counts.map(() => undefined);
  if (total > mostComments) return unknown;
  const ids = idsOf(state);
  const read = await unlessTooLong(async () => {
    const asked = await request(({ workbook }) =>
      counts.map((count, sheet) => (count === null ? null : askTexts(workbook.worksheets.getItem(ids[sheet]!), count))),
    );
    return asked.map((texts) => texts?.());
  }).catch((error: unknown) => {
    if (isOfComments(error)) return null;
    throw error;
  });
  return read ?? unknown;
}

function askTexts(worksheet: Excel.Worksheet, counts: CommentCounts): () => ReadonlyMap<number, string> {
  const threads =
    counts.threads === 0
      ? []
      : [askItems(worksheet.comments, counts.threads, "items/content,items/replies/items/content")];
  const listed = counts.notes === 0 ? null : notesOf(worksheet);
  const notes = listed === null ? [] : [askItems(listed, counts.notes, "items/content,items/authorName")];
  return () => {
    const texts = new CommentTexts();
    for (const { item, place } of threads.flatMap((items) => items())) {
      texts.add(place, plainText(item.content));
      for (const { content } of item.replies.items) texts.add(place, plainText(content));
    }
    for (const { item, place } of notes.flatMap((items) => items()))
      texts.add(place, noteText(item.content, item.authorName));
    return texts.joined();
  };
}

/** Queues the question of what the comments of a collection say, and of which cells they are. */
function askItems(collection: Excel.CommentCollection, count: number, what: string) {
  collection.load(what);
  const places = Array.from({ length: count }, (_, at) =>
    collection.getItemAt(at).getLocation().load("rowIndex,columnIndex"),
  );
  return () =>
    collection.items.flatMap((item, at) => {
      const cell = places[at];
      return cell === undefined ? [] : [{ item, place: placeKey(cell.rowIndex, cell.columnIndex) }];
    });
}
