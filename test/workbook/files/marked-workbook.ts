import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { unzip, zip } from "../../../src/workbook/files/package";
import { bytesOf, textOf } from "../../../src/workbook/files/xml";

type Style = NonNullable<NonNullable<ReturnType<NonNullable<WriteSheet["cells"]>["get"]>>["style"]>;

/** A sheet of rows, some of whose cells, by their zero-based places, have a style. */
export function styledSheet(
  name: string,
  rows: NonNullable<WriteSheet["rows"]>,
  styles: Readonly<Record<string, Style>>,
): WriteSheet {
  const cells = Object.entries(styles).map(([place, style]) => {
    const [row, column] = place.split(",").map(Number) as [number, number];
    return [place, { value: rows[row]?.[column] ?? null, style }] as const;
  });
  return { name, rows, cells: new Map(cells) };
}

/** A note as Excel writes it; `runs`: texts in characters of their own. */
export interface Note {
  readonly ref: string;
  readonly author?: string;
  readonly runs: readonly string[];
}

/** A message of a thread; a reply says what it answers. */
export interface Message {
  readonly ref?: string;
  readonly id: string;
  readonly parent?: string;
  readonly text: string;
}

/** The sentence that Excel puts in the note of a thread, in French. */
export const aboutThreads =
  "[Commentaire à fil de discussion]\n\nVotre version d’Excel vous permet de lire ce commentaire à fil de discussion. Toutefois, les modifications qui y sont apportées seront supprimées si le fichier est ouvert dans une version plus récente d’Excel. En savoir plus : https://go.microsoft.com/fwlink/?linkid=870924";

/** The part of some notes. */
export function notesPart(notes: readonly Note[]): string {
  const authors = new Map<string, number>();
  for (const { author = "" } of notes) if (!authors.has(author)) authors.set(author, authors.size);
  const listed = notes.map(({ ref, author = "", runs }) => {
    const written = runs.map((text) => `<r><rPr><b/></rPr><t xml:space="preserve">${text}</t></r>`).join("");
    return `<comment ref="${ref}" authorId="${authors.get(author)}" shapeId="0"><text>${written}</text></comment>`;
  });
  return (
    `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<authors>${[...authors.keys()].map((author) => `<author>${author}</author>`).join("")}</authors>` +
    `<commentList>${listed.join("")}</commentList></comments>`
  );
}

/** The part of some threads. */
export function threadsPart(messages: readonly Message[]): string {
  const listed = messages.map(({ ref, id, parent, text }) => {
    const place = ref === undefined ? "" : ` ref="${ref}"`;
    const answers = parent === undefined ? "" : ` parentId="{${parent}}"`;
    return `<threadedComment${place} dT="2014-11-03T09:00:00.00" personId="{P}" id="{${id}}"${answers}><text>${text}</text></threadedComment>`;
  });
  return `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">${listed.join("")}</ThreadedComments>`;
}

const kinds = {
  comments: ["http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments", "/xl/comments9.xml"],
  threadedComment: [
    "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
    "../threadedComments/threadedComment1.xml",
  ],
} as const;

/** Links parts to the first sheet of a workbook; one whose text is null is not there. */
export function withSheetParts(
  bytes: Uint8Array,
  added: Readonly<Partial<Record<keyof typeof kinds, string | null>>>,
): Uint8Array {
  const parts = unzip(bytes);
  const path = "xl/worksheets/_rels/sheet1.xml.rels";
  const empty = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  let links = parts.has(path) ? textOf(parts.get(path)!) : empty;
  for (const [kind, text] of Object.entries(added)) {
    const [type, target] = kinds[kind as keyof typeof kinds];
    links = links.replace("</Relationships>", `<Relationship Id="${kind}" Type="${type}" Target="${target}"/>$&`);
    if (text !== null) parts.set(target.replace("..", "/xl").slice(1), bytesOf(text));
  }
  return zip(parts.set(path, bytesOf(links)));
}

const font = (color: object): Style => ({ font: { color } });
const fill = (fgColor: object, pattern: "solid" | "lightUp" = "solid", bgColor?: object): Style => ({
  fill: { type: "pattern", pattern, fgColor, ...(bgColor === undefined ? {} : { bgColor }) },
});
const struck: Style = { font: { strikethrough: true } };

/**
 * An inventory as an office marks it: headings on a tinted fill, a row in red, a school struck through, cells of colours told in each
 * way that a file may, notes, a thread and its reply.
 */
export async function markedWorkbook(): Promise<Uint8Array> {
  const rows = [
    ["Commune", "École", "Postes", "Serveurs"],
    ["Amagney", "École primaire", 12, 1],
    ["Audeux", "École primaire", 9, null],
    ["Beure", "Maternelle", 7, 2],
    ["Busy", "Élémentaire", 5, 3],
    ["Total", null, 33, null],
  ];
  const heading = { ...font({ theme: 0 }), ...fill({ theme: 4, tint: -0.249977111117893 }) };
  const red = font({ rgb: "FF0000" });
  const parc = styledSheet("Parc", rows, {
    ...{ "0,0": heading, "0,1": heading, "0,2": heading, "0,3": heading },
    ...{ "1,0": red, "1,1": red, "1,2": red, "1,3": red },
    // A blank cell that is filled says nothing.
    ...{ "2,1": struck, "2,2": struck, "2,3": fill({ rgb: "FFFF00" }) },
    // « Jaune » and « rouge » by their number; the colour behind lines; a link's own.
    ...{ "3,0": fill({ indexed: 13 }), "3,1": font({ indexed: 10 }), "3,2": font({ theme: 10 }) },
    ...{ "3,3": fill({ rgb: "FF0000" }, "lightUp", { theme: 7, tint: 0.59999389629810485 }) },
    // White, black and automatic are none, and lines alone have nothing behind them.
    ...{ "4,0": { ...font({ theme: 1 }), ...fill({ indexed: 9 }) }, "4,1": font({ indexed: 64 }) },
    ...{ "4,2": font({ rgb: "000000" }), "4,3": fill({ rgb: "FF0000" }, "lightUp") },
  });
  const plain = { name: "Effectifs", rows: [["École", "Élèves"], ["Maternelle", 120]] }; // prettier-ignore
  return withSheetParts(await writeXlsx({ sheets: [parc, plain] }), {
    comments: notesPart([
      { ref: "B2", author: "M. Martin", runs: ["M. Martin:", "\nÉcole fermée en juillet 2014"] },
      { ref: "C3", author: "M. Martin", runs: ["Compté", " deux fois ?"] },
      { ref: "B4", author: "tc={1}", runs: [`${aboutThreads}\n\nCommentaire :\n    Regroupée avec Busy ?`] },
      { ref: "F40", runs: ["Au-delà du tableau"] },
    ]),
    threadedComment: threadsPart([
      { ref: "B4", id: "1", text: "Regroupée avec Busy ?" },
      { ref: "B4", id: "2", parent: "1", text: "Oui, depuis septembre" },
    ]),
  });
}

/** What the cells of « Parc » of that workbook are, but for what is null. */
export const marksOfParc = {
  fills: {
    ...{ A1: "305496", B1: "305496", C1: "305496", D1: "305496" },
    ...{ A4: "FFFF00", D4: "FFE699" },
  },
  fonts: { ...{ A2: "FF0000", B2: "FF0000", C2: "FF0000", D2: "FF0000" }, ...{ B4: "FF0000", C4: "0563C1" } },
  struck: ["B3", "C3"],
  comments: {
    B2: "École fermée en juillet 2014",
    C3: "Compté deux fois ?",
    B4: "Regroupée avec Busy ?\nOui, depuis septembre",
    F40: "Au-delà du tableau",
  },
};
