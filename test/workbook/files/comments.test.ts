import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeOds } from "hucre/ods";
import { placeKey } from "../../../src/cells";
import { atDepth } from "../../depth";
import { openedFile } from "../../opened-file";
import { marksOf } from "../marks-of";
import { refused, withSheetData } from "./faulty-files";
import {
  aboutThreads,
  markedWorkbook,
  marksOfParc,
  notesPart,
  threadsPart,
  withSheetParts,
  type Message,
  type Note,
} from "./marked-workbook";
import { withPart } from "./rich-workbook";

const oneCell = () => withSheetData('<row r="1"><c r="A1"><v>12</v></c></row>');
const opened = async (added: Parameters<typeof withSheetParts>[1]) =>
  (await openedFile(withSheetParts(await oneCell(), added))).cells.sheets[0]!;

/** What the comments of a sheet say that has these notes and these messages. */
async function commentsOf(notes: readonly Note[], messages: readonly Message[] = []) {
  const threads = messages.length === 0 ? {} : { threadedComment: threadsPart(messages) };
  return marksOf(await opened({ comments: notesPart(notes), ...threads })).comments;
}

describe("the reader of comments", () => {
  it("comments are returned at their cells: notes, and threads with their replies", async () => {
    const [parc, effectifs] = (await openedFile(await markedWorkbook())).cells.sheets;
    expect(marksOf(parc!).comments).toEqual(marksOfParc.comments);
    expect(marksOf(effectifs!).comments).toEqual({});
  });

  it.each([
    ["Martin:\nÉcole fermée", "École fermée"],
    ["Martin : École fermée", "École fermée"],
    ["Martin\u00A0:\r\nÉcole fermée", "École fermée"],
    ["Martine:\nÉcole fermée", "Martine:\nÉcole fermée"],
    ["Martin a vu l’école", "Martin a vu l’école"],
    ["  École fermée\n", "École fermée"],
  ])("leaves the name of the author of a note out where it stands apart: %j", async (written, told) => {
    expect(await commentsOf([{ ref: "A1", author: "Martin", runs: [written] }])).toEqual({ A1: told });
  });

  it("takes the texts of a thread from the note that stands for it, where another program lost the thread", async () => {
    const runs = [
      `${aboutThreads}\n\nCommentaire :\n    École fermée ?\nà voir : demain\nRéponse :\n    Oui, en juillet`,
    ];
    expect(await commentsOf([{ ref: "A1", author: "tc={1}", runs }])).toEqual({
      A1: "École fermée ?\nà voir : demain\nOui, en juillet",
    });
    expect(await commentsOf([{ ref: "A1", author: "tc={1}", runs: ["Autre chose"] }])).toEqual({ A1: "Autre chose" });
  });

  it("puts a reply that says no place where what it answers is", async () => {
    const messages = [
      { ref: "C3", id: "1", text: "Fermée ?" },
      { id: "2", parent: "1", text: "Non" },
      { id: "3", parent: "2", text: "Si" },
      { id: "4", parent: "9", text: "Perdue" },
    ];
    expect(await commentsOf([], messages)).toEqual({ C3: "Fermée ?\nNon\nSi" });
  });

  it("takes no comment for one where it says nothing, and the first cell of those that are merged", async () => {
    expect(
      await commentsOf([
        { ref: "A1", author: "Martin", runs: ["Martin:\n  "] },
        { ref: "B2:C2", runs: ["Deux cellules"] },
      ]),
    ).toEqual({ B2: "Deux cellules" });
  });

  it("chooses between no two notes of a cell", async () => {
    expect(
      await commentsOf([
        { ref: "A1", runs: ["Un"] },
        { ref: "A1", runs: ["Deux"] },
      ]),
    ).toEqual({ A1: "Un\nDeux" });
  });
});

describe("comments of the formats that are read for their values", () => {
  const said = {
    B2: "École fermée,\nne plus facturer",
    A3: "Regroupée avec Busy ?",
    C3: "Prêt à rendre ☎ : œuvre  scolaire",
    E6: "Une note d’une case vide",
  };

  it("are those of the .xlsx that LibreOffice saved as .xls and as .ods", async () => {
    const notes = [
      { ref: "B2", author: "Martin", runs: ["Martin :", "\nÉcole fermée,\nne plus facturer"] },
      { ref: "C3", runs: [said.C3] },
      { ref: "A3", author: "tc={1}", runs: [`${aboutThreads}\n\nCommentaire :\n    ${said.A3}`] },
      { ref: "E6", author: "Mme Durand", runs: [said.E6] },
    ];
    expect(await commentsOf(notes)).toEqual(said);
    for (const name of ["commentaires.xls", "commentaires.ods"]) {
      const bytes = new Uint8Array(readFileSync(join(__dirname, "../../fixtures/workbook", name)));
      const parc = (await openedFile(bytes, name)).cells.sheets[0]!;
      expect(marksOf(parc).comments).toEqual(said);
      expect(parc.rows[2]!.slice(0, 3)).toEqual(["Beure", "Maternelle", 7]);
      expect(parc.rows[5] ?? []).not.toContain(said.E6);
    }
  });

  const ods = async (cells: string, row = "") =>
    withPart(await writeOds({ sheets: [{ name: "Parc", rows: [["x"]] }] }), "content.xml", (xml) =>
      xml.replace(
        /<table:table-row.*<\/table:table-row>/s,
        `<table:table-row${row}>${cells}</table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>y</text:p></table:table-cell></table:table-row>`,
      ),
    );
  const note = (inner: string) => `<office:annotation>${inner}</office:annotation>`;

  it("comments of an .ods are at each of the cells that repeat, and at the first of repeated blanks", async () => {
    const filled = `<table:table-cell office:value-type="string" table:number-columns-repeated="2">${note("<text:p>Fermée</text:p>")}<text:p>x</text:p></table:table-cell>`;
    const blank = `<table:table-cell table:number-columns-repeated="1000000">${note("<text:p>Vide</text:p>")}</table:table-cell>`;
    const bytes = await ods(filled + blank, ' table:number-rows-repeated="2"');
    expect(marksOf((await openedFile(bytes, "parc.ods")).cells.sheets[0]!).comments).toEqual({
      ...{ A1: "Fermée", B1: "Fermée", A2: "Fermée", B2: "Fermée", C1: "Vide" },
    });
  });

  it("comments of an .ods are read with their lists and line breaks, without their author and time", async () => {
    const inner =
      '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Martin</dc:creator>' +
      '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2014-11-03T09:00:00</dc:date>' +
      "<text:p>Martin :</text:p><text:p>À <text:span>voir</text:span><text:line-break/>ici<text:tab/>ou  là</text:p>" +
      "<text:list><text:list-item><text:p>École A</text:p></text:list-item><text:list-item><text:p>École B</text:p></text:list-item></text:list>";
    const cells = `<table:table-cell office:value-type="float" office:value="12">${note(inner)}<text:p>12</text:p></table:table-cell>`;
    const parc = (await openedFile(await ods(cells), "parc.ods")).cells.sheets[0]!;
    expect(parc.rows[0]![0]).toBe(12);
    expect(marksOf(parc).comments).toEqual({ A1: "À voir\nici ou là\nÉcole A\nÉcole B" });
  });

  it("comments of an .ods with anything that a note does not hold are damaged, because it would be left out", async () => {
    for (const inner of ["<text:pp>Fermée</text:pp>", "Fermée"]) {
      const bytes = await ods(`<table:table-cell>${note(inner)}</table:table-cell>`);
      expect(await refused(bytes, "parc.ods")).toEqual(["file-corrupt", "content.xml", ""]);
    }
  });
});

describe("parts of comments that are not as they should be", () => {
  it("say nothing where they are not there, or say no place of a sheet", async () => {
    expect(marksOf(await opened({ comments: null, threadedComment: null })).comments).toEqual({});
    const refs = ["", "A", "0", "A0", "Z", "A9999999", "ZZZ1", "A1048577", "XFE1", "A1 B2", "Feuil2!C3"];
    expect(await commentsOf(refs.map((ref) => ({ ref, runs: [ref] })))).toEqual({});
  });

  it("are refused where they are not well-formed, with their name", async () => {
    const cut = (text: string) => text.slice(0, -3);
    const notes = notesPart([{ ref: "A1", runs: ["x"] }]);
    const threads = threadsPart([{ ref: "A1", id: "1", text: "x" }]);
    expect(await refused(withSheetParts(await oneCell(), { comments: cut(notes) }))).toEqual([
      "file-corrupt",
      "xl/comments9.xml",
      "",
    ]);
    expect(await refused(withSheetParts(await oneCell(), { threadedComment: cut(threads) }))).toEqual([
      "file-corrupt",
      "xl/threadedComments/threadedComment1.xml",
      "",
    ]);
  });

  it("are read whole where there are very many, by many authors, in cells that hold nothing", async () => {
    const count = atDepth(3_000, 30_000);
    const notes = Array.from({ length: count }, (_, row) => {
      const author = `Agent ${row}`;
      return { ref: `D${row + 1}`, author, runs: [`${author}:`, `\nremarque ${row}`] };
    });
    const { comments } = (await opened({ comments: notesPart(notes) })).facts!;
    expect(comments!.size).toBe(count);
    expect(comments!.get(placeKey(count - 1, 3))).toBe(`remarque ${count - 1}`);
  });
});
