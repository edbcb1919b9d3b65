import "../../src/inventory";
import { readdirSync } from "node:fs";
import { analysisMessage, commandMessage, message } from "../../src/messages";
import { en as sharedEnglish, fill, fr as sharedFrench } from "../../src/messages/catalogue";
import * as analyses from "../../src/messages/lazy/analyses";
import * as command from "../../src/messages/lazy/command";
import * as explain from "../../src/messages/lazy/explain";
import * as points from "../../src/messages/lazy/points";
import * as settings from "../../src/messages/lazy/settings";
import { allTexts, writtenTexts } from "./catalogues";

const { fr, en } = allTexts;

const placeholders = (text: string): string[] => [...text.matchAll(/\{\??(\w+)[}:]/g)].map((match) => match[1]!).sort();
/** What each text asks for, by its code. */
const wanted = (texts: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, placeholders(text)]));

/** Codes of the texts that this is true of: a test goes through all of them at once, and names those at fault. */
const codesWhere = (texts: Readonly<Record<string, string>>, isSo: (text: string, code: string) => boolean): string[] =>
  Object.entries(texts).flatMap(([code, text]) => (isSo(text, code) ? [code] : []));
const isBroken = (text: string): boolean => /« | »| [:;!?](\s|$)/.test(text);

describe("the messages of points in several cells", () => {
  it("are each of a code, count, and ask for the same in both languages", () => {
    const known: Readonly<Record<string, string>> = points.en;
    expect(Object.keys(fr)).toEqual(expect.arrayContaining(Object.keys(points.fr)));
    expect(codesWhere(points.fr, (text) => !placeholders(text).includes("count"))).toEqual([]);
    expect(wanted(known)).toEqual(wanted(points.fr));
    expect(codesWhere(points.fr, isBroken)).toEqual([]);
  });
});

describe("the catalogues of messages", () => {
  it("are all among those that tests go through", async () => {
    const written = new Set(writtenTexts("fr").map(([code, text]) => `${code}: ${text}`));
    for (const file of readdirSync("src/messages/lazy")) {
      const { fr: own = {} } = (await import(`../../src/messages/lazy/${file}`)) as { fr?: Record<string, string> };
      const left = Object.entries(own).filter(([code, text]) => !written.has(`${code}: ${text}`));
      expect({ file, left }).toEqual({ file, left: [] });
    }
  });

  it("hold the same codes in French and in English, with the same placeholders", () => {
    expect(wanted(en)).toEqual(wanted(fr));
  });

  it("have stable kebab-case codes", () => {
    expect(codesWhere(fr, (_text, code) => !/^[a-z]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it("are typeset in French: no-break spaces where they belong", () => {
    expect(codesWhere(fr, (text) => isBroken(text) || /\w'\w/.test(text))).toEqual([]);
  });

  it("are typeset in English: curly quotes and apostrophes, but for what is typed in a formula or a file", () => {
    const isTyped = (text: string, code: string): boolean => code.startsWith("function-") || text.includes('"31.60"');
    expect(codesWhere(en, (text, code) => !isTyped(text, code) && /["']/.test(text))).toEqual([]);
  });

  it("have none of the words that an accountant does not use, but the command's own", () => {
    const jargon =
      /\b(mapping|parsing|batch|token|undefined|NaN|invalides?|veuillez|erreur inattendue|données source)\b|\bexécute[rz]/i;
    expect(codesWhere(fr, (text, code) => !code.startsWith("cli-") && jargon.test(text))).toEqual([]);
  });

  it("name the steps in twelve letters at most, as tabs of 270 pixels have room for", () => {
    for (const texts of [sharedFrench, sharedEnglish])
      for (const step of ["lecture", "controle", "repartition", "documents"] as const)
        expect(texts[`pane-step-${step}`].length).toBeLessThanOrEqual(12);
  });

  it("cuts a text of a cell short: its first 40 characters tell which it is", () => {
    const long = `${"École de la rue des Écoles ".repeat(1200)}`;
    const cut = "« École de la rue des Écoles École de la r… »";
    expect(fill("« {text} »", { text: long })).toBe(cut);
    expect(fill("« {anything} »", { anything: long })).toBe(cut);
    const name = "École maternelle publique Jean de La Fontaine, annexe du centre";
    expect(fill("« {school} »", { school: name })).toBe(`« ${name} »`);
    const path = `/srv/${"dossier/".repeat(100)}parc.xlsx`;
    expect(fill("{path}", { path })).toBe(path);
    expect(fill("« {text} »", { text: "é".repeat(39) + "😀".repeat(50) })).toBe(`« ${"é".repeat(39)}… »`);
  });

  it("writes a number as its language does, and a text as it is", () => {
    const params = { value: 2.5 };
    expect(message("quantity-fractional", params)).toMatch(/^«\s2,5\s»/);
    expect(message("quantity-fractional", params, "en")).toMatch(/^“2\.5”/);
    expect(message("quantity-fractional", { value: "2,5 ?" }, "en")).toMatch(/^“2,5 \?”/);
  });

  it("fills the placeholders, and leaves one visible where its value is missing", () => {
    expect(message("missing-headcount", { school: "École primaire" })).toContain("École primaire");
    expect(message("missing-headcount", {})).toContain("{school}");
    expect(message("missing-headcount", { school: "École primaire" }, "en")).toContain("headcount");
    const near = { commune: "Chalezeulle", campaign: 2014, suggestion: "Chalezeule" };
    expect(message("unknown-commune", near)).toMatch(/Nom le plus proche\s: Chalezeule\./);
    expect(message("unknown-commune", { ...near, suggestion: "" })).not.toContain("proche");
  });

  it("keep apart what comes with a screen that is loaded when it is opened", () => {
    const codes = Object.keys(sharedFrench);
    const apart = Object.keys({ ...analyses.fr, ...explain.fr, ...settings.fr });
    expect(apart.filter((code) => codes.includes(code))).toEqual([]);
    expect(analysisMessage("pane-compare-done", { year: 2014 }, "en")).toBe("Comparison with 2014");
  });

  it("keep the command's own apart, which the pane does not load", () => {
    const ofCommand = Object.keys(command.fr);
    expect(Object.keys(sharedFrench).filter((code) => ofCommand.includes(code) || code.startsWith("cli-"))).toEqual([]);
    expect(commandMessage("cli-wrote-out", { path: "o.xlsx" }, "en")).toBe("Workbook written: o.xlsx");
    const params = { school: "École primaire" };
    expect(commandMessage("missing-headcount", params)).toBe(message("missing-headcount", params));
  });
});
