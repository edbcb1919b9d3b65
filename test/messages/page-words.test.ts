import "../../src/inventory";
import { pageWords } from "../../src/messages";
import * as points from "../../src/messages/lazy/points";
import { screenTexts as shown } from "./catalogues";

/** What only Excel, its functions or the command can be told. */
const neverInPage =
  /^(?:office-(?!sheet-vanished|not-taken|other$|no-cell|nothing-to-undo)|function-|pane-(?:example-|outside|old|start-failed|pdfs-elsewhere|reading-empties-undo|settings-auto-open|without-functions)|file-not-written)/;
const ofExcel = /Excel|ruban|ribbon|Ctrl\+/i;
/**
 * The name of a format, or of a table: it is theirs wherever it is read. Ctrl+Enter, Ctrl+F, Ctrl+S, Ctrl+Y and Ctrl+Z are keys of the page
 * too; « Excel ou LibreOffice » are where a workbook is opened elsewhere.
 */
const asName =
  /classeur Excel|Excel workbook|tableau Excel|Excel table|Excel 97|sans Excel|without Excel|Excel (?:ou|or) LibreOffice|Ctrl\+(?:[FSYZ]|Ent)/g;

const placeholders = (text: string) => [...text.matchAll(/\{\??(\w+)[}:]/g)].map(([, name]) => name!).sort();

describe.each(["fr", "en"] as const)("the page without Excel, in %s", (language) => {
  test("speaks of no Excel, whatever it has to say", () => {
    const said = { ...shown[language], ...pageWords.texts[language] };
    const faults = Object.entries(said).filter(
      ([code, text]) => !neverInPage.test(code) && ofExcel.test(text.replace(asName, "")),
    );
    expect(faults.map(([code]) => code)).toEqual([]);
    const many = { ...points[language], ...pageWords.points[language] };
    expect(Object.values(many).filter((text) => ofExcel.test(text.replace(asName, "")))).toEqual([]);
  });

  test("has nothing hidden but in a spreadsheet or in another file, as it hides no sheet itself", () => {
    const said = { ...shown[language], ...pageWords.texts[language] };
    const hides = /(?<!\p{L})(?:masquez|hide (?:it|the sheet|the wrong))/iu;
    const elsewhere = /tableur|spreadsheet/;
    const faults = Object.entries(said).filter(([, text]) => hides.test(text) && !elsewhere.test(text));
    expect(faults.map(([code]) => code)).toEqual([]);
  });

  test("is typeset as the rest is", () => {
    const own = [...Object.values(pageWords.texts.fr), ...Object.values(pageWords.points.fr)];
    expect(own.filter((text) => /« | »| [:;!?](\s|$)/.test(text))).toEqual([]);
  });

  test("has words of its own for texts that there are, which ask for the same", () => {
    const wanted = ([code, text]: readonly [string, string]) => [code, [...new Set(placeholders(text))]];
    const own = Object.entries(pageWords.texts[language]);
    expect(own.map(wanted)).toEqual(own.map(([code]) => wanted([code, shown[language][code] ?? ""])));
    expect(Object.keys(pageWords.points[language]).every((code) => code in points[language])).toBe(true);
  });
});
