import { markedWorkbook } from "../../../workbook/files/marked-workbook";
import type { HostObject } from "../../host-object";
import { HostWorkbook } from "../host-workbook";
import { at, rangeOf, refusalOf, resultOf, sheetOf } from "../small-workbook";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await HostWorkbook.open(await markedWorkbook(), "parc.xlsx");
});

const parc = () => sheetOf(workbook, "Parc");
const placesOf = (collection: HostObject) =>
  collection.items!().map((item) => [at(item, ["getLocation"]).get("address"), item.get("content")]);

describe("comments of a sheet, read from its file", () => {
  test("are its threads, with their replies, at their cells; each is found by its id", () => {
    const comments = at(parc(), "comments");
    expect(resultOf(comments, "getCount")).toBe(1);
    expect(placesOf(comments)).toEqual([["Parc!B4", "Regroupée avec Busy ?"]]);
    const [thread] = comments.items!();
    expect(comments.item!(thread!.id!).get("content")).toBe("Regroupée avec Busy ?");
    const replies = at(thread!, "replies");
    expect(replies.items!().map((reply) => reply.get("content"))).toEqual(["Oui, depuis septembre"]);
    expect(resultOf(at(sheetOf(workbook, "Effectifs"), "comments"), "getCount")).toBe(0);
  });

  test("leave notes apart, but for those that stand for a thread", () => {
    const notes = at(parc(), "notes");
    expect(placesOf(notes)).toEqual([
      ["Parc!B2", "M. Martin:\nÉcole fermée en juillet 2014"],
      ["Parc!C3", "Compté deux fois ?"],
      ["Parc!F40", "Au-delà du tableau"],
    ]);
    expect(notes.items!()[0]!.get("authorName")).toBe("M. Martin");
  });

  test("fail where a test says so, notes not", () => {
    workbook.book.commentsFail = true;
    expect(refusalOf(() => at(parc(), "comments").call("getCount", []))).toBe("GeneralException");
    expect(resultOf(at(parc(), "notes"), "getCount")).toBe(3);
  });
});

describe("colours of a file", () => {
  const colours = (address: string) => {
    const format = at(rangeOf(workbook, "Parc", address), "format");
    return [at(format, "fill").get("color"), at(format, "font").get("color")];
  };

  test("are told as they show, those of the theme and those with a number too", () => {
    expect(["A1", "A2", "A4", "B4", "C4", "A5"].map(colours)).toEqual([
      ["#305496", "#FFFFFF"],
      ["#FFFFFF", "#FF0000"],
      ["#FFFF00", "#000000"],
      ["#FFFFFF", "#FF0000"],
      ["#FFFFFF", "#0563C1"],
      ["#FFFFFF", "#000000"],
    ]);
  });

  test("the colour of a hatched cell is the one behind its lines", () => {
    expect(["D4", "D5"].map((address) => colours(address)[0])).toEqual(["#FFE699", "#FFFFFF"]);
  });

  test("the colours of rows are read for whole rows in use, or for the range that a test asks", () => {
    const asked = { format: { font: { color: true } } };
    const rows = () => resultOf(rangeOf(workbook, "Parc", "A1:B2"), "getRowProperties", asked);
    // « Parc » is four columns wide, and its second row red all along.
    expect(rows()).toEqual([{ format: { font: { color: "#FFFFFF" } } }, { format: { font: { color: "#FF0000" } } }]);
    at(rangeOf(workbook, "Parc", "D2"), "format", "font").set("color", "#000000");
    expect(rows()).toMatchObject([{}, { format: { font: { color: null } } }]);
    workbook.book.propertiesOfRange = true;
    expect(rows()).toMatchObject([{}, { format: { font: { color: "#FF0000" } } }]);
  });
});
