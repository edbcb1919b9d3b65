import { HostError } from "../../host-object";
import type { HostComment, HostNote } from "../state/comment";
import type { HostSheet } from "../state/sheet";
import { defineClass, required, type ModelObject } from "./define";
import { ofSheet } from "./guards";
import { areaOf } from "./places";
import { range } from "./range";

interface OfSheet<T> {
  readonly sheet: HostSheet;
  readonly one: T;
}

type Reply = HostComment["replies"][number];

function locationOf({ sheet, one }: OfSheet<{ readonly row: number; readonly column: number }>) {
  return range(areaOf(sheet, { top: one.row, left: one.column, bottom: one.row, right: one.column }));
}

const found = <S>(objects: readonly ModelObject<S>[], key: unknown) =>
  required(objects.find(({ id }) => id === key) ?? null);

/** The threads of a sheet. */
export const commentCollection = defineClass<HostSheet>("CommentCollection", {
  present: (sheet) => {
    ofSheet.present(sheet);
    if (sheet.book.commentsFail) throw new HostError("GeneralException", "Comments fail.");
  },
  items: (sheet) => commentsOf(sheet),
  item: (sheet, key) => found(commentsOf(sheet), key),
  call: { getCount: ({ comments }) => ({ value: comments.length }) },
});

const commentsOf = (sheet: HostSheet) => sheet.comments.map((one) => comment({ sheet, one }));

const comment = defineClass<OfSheet<HostComment>>("Comment", {
  id: ({ one }) => one.id,
  get: { id: ({ one }) => one.id, content: ({ one }) => one.content },
  navigate: { replies: ({ one }) => replyCollection(one) },
  call: { getLocation: (self) => locationOf(self) },
});

const replyCollection = defineClass<HostComment>("CommentReplyCollection", {
  items: ({ replies }) => replies.map((one) => reply(one)),
  item: ({ replies }, key) =>
    found(
      replies.map((one) => reply(one)),
      key,
    ),
  call: { getCount: ({ replies }) => ({ value: replies.length }) },
});

const reply = defineClass<Reply>("CommentReply", {
  id: ({ id }) => id,
  get: { id: ({ id }) => id, content: ({ content }) => content },
});

/** The classic notes of a sheet, which have no id. */
export const noteCollection = defineClass<HostSheet>("NoteCollection", {
  present: ofSheet.present,
  items: (sheet) => sheet.notes.map((one) => note({ sheet, one })),
  call: { getCount: ({ notes }) => ({ value: notes.length }) },
});

const note = defineClass<OfSheet<HostNote>>("Note", {
  get: { content: ({ one }) => one.content, authorName: ({ one }) => one.author },
  call: { getLocation: (self) => locationOf(self) },
});
