import { placeKey } from "../../cells";
import { CommentTexts, noteText, plainText } from "../comment-text";
import { codeOfFault, memberOfFault } from "./excel-faults";
import { request, unlessTooLong } from "./requests";
import { idsOf, type WorkbookState } from "./workbook-state";

/** The numbers of threads and notes of a sheet. */
export interface CommentCounts {
  readonly threads: number;
  readonly notes: number;
}

/** Texts of the comments of a sheet, by `placeKey`; undefined when unknown. */
type SheetComments = ReadonlyMap<number, string> | undefined;

/** For this many comments, each located separately, a request weighs some 0.5 MB. */
const mostComments = 1000;

/** The notes of a sheet, from ExcelApi 1.18: the installed type definitions are older. */
interface WithNotes {
  readonly notes?: Excel.CommentCollection;
}

/** Returns the notes of a sheet; null when Excel or its library does not know them. */
function notesOf(worksheet: Excel.Worksheet): Excel.CommentCollection | null {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.18")) return null;
  return (worksheet as unknown as WithNotes).notes ?? null;
}

/** Queues a request for the number of comments of a sheet. */
export function askCommentCounts(worksheet: Excel.Worksheet): () => CommentCounts {
  const [threads, notes] = [worksheet.comments.getCount(), notesOf(worksheet)?.getCount()];
  return () => ({ threads: threads.value, notes: notes?.value ?? 0 });
}

/** Returns whether Excel failed at comments: the rest of a sheet can then be read without them. */
export function isOfComments(error: unknown): boolean {
  return codeOfFault(error) !== null && /comment|\bnote/i.test(memberOfFault(error));
}

/**
 * Reads the comments of sheets, in one request if there are any. A count is null when Excel does not give it. More than
 * 1,000 comments in all are not read.
 */
export async function readComments(
  state: WorkbookState,
  counts: readonly (CommentCounts | null)[],
): Promise<SheetComments[]> {
  const total = counts.reduce((sum, count) => sum + (count?.threads ?? 0) + (count?.notes ?? 0), 0);
  const noComments = counts.map((count) => (count === null ? undefined : new Map<number, string>()));
  if (total === 0) return noComments;
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

/** Queues a reading of the items of a collection and of their cells. */
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
