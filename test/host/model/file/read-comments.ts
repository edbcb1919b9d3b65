import { parseCellName } from "../../../../src/cells";
import type { Package } from "../../../../src/workbook/files/package";
import { childOf, childrenOf, rootOf, type Element } from "../../../../src/workbook/files/xml";
import type { HostComment, HostNote } from "../state/comment";
import type { HostSheet } from "../state/sheet";

/** Fills a sheet with its threads and its notes; a note that only stands for a thread is none. */
export function fillComments(sheet: HostSheet, pack: Package, path: string): void {
  const roots = (wanted: string) =>
    pack.relationships(path).flatMap(({ kind, target }) => (kind === wanted ? [rootOf(pack.xml(target))] : []));
  const messages = roots("threadedComment").flatMap((root) => childrenOf(root, "threadedComment"));
  const replies = messages.filter((one) => one.getAttribute("parentId") !== null);
  sheet.comments = messages
    .filter((one) => !replies.includes(one))
    .map((one): HostComment => {
      const id = one.getAttribute("id")!;
      const own = replies.filter((reply) => reply.getAttribute("parentId") === id);
      return { ...placeOf(one), ...messageOf(one), replies: own.map(messageOf) };
    });
  const isOfThread = ({ row, column }: HostNote) =>
    sheet.comments.some((one) => one.row === row && one.column === column);
  sheet.notes = roots("comments")
    .flatMap(notesOf)
    .filter((note) => !isOfThread(note));
}

function messageOf(element: Element): { readonly id: string; readonly content: string } {
  return { id: element.getAttribute("id")!, content: childOf(element, "text")?.textContent ?? "" };
}

function notesOf(root: Element): HostNote[] {
  const authors = childrenOf(childOf(root, "authors")!, "author").map(({ textContent }) => textContent ?? "");
  return childrenOf(childOf(root, "commentList")!, "comment").map((element) => ({
    ...placeOf(element),
    content: childOf(element, "text")?.textContent ?? "",
    author: authors[Number(element.getAttribute("authorId"))] ?? "",
  }));
}

function placeOf(element: Element): { readonly row: number; readonly column: number } {
  return parseCellName(element.getAttribute("ref")!)!;
}
